package nl.tweespoor.benchmark;

import java.util.List;

/**
 * How long and how often to measure.
 *
 * @param seconds of load in each round
 * @param warmUp seconds before the first round, in which the virtual machine compiles what is busy
 * @param rounds in each of which everything that is compared has its turn
 * @param only names of measurements
 */
record Settings(int seconds, int warmUp, int rounds, List<String> only) {

    static Settings fromSystemProperties() {
        return new Settings(Integer.getInteger("benchmark.seconds", 20), Integer.getInteger("benchmark.warmup", 30),
                Integer.getInteger("benchmark.rounds", 3),
                List.of(System.getProperty("benchmark.only", "load,ledger,verify,lists,pages,start").split(",")));
    }
}
