package nl.tweespoor.overview;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.tweespoor.engine.DossierProgress.Run;

/** One of the two tracks, with how far the dossier is on it. */
record Track(String name, String note, List<Phase> phases) {

    private static final List<Stretch> INNOVATION = List.of(new Stretch("Verkennen", ModelIds.IDENTIFY),
            new Stretch("Selecteren", ModelIds.SELECT, ModelIds.PARKED),
            new Stretch("Haalbaarheid en draagvlak", ModelIds.TEST), new Stretch("Overdragen", ModelIds.HAND_OVER));
    private static final List<Stretch> IMPLEMENTATION = List.of(
            new Stretch("Overnemen", ModelIds.REVIEW), new Stretch("Voorbereiden", ModelIds.PREPARE),
            new Stretch("Analyseren en plannen", ModelIds.PLAN), new Stretch("Regelen", ModelIds.ARRANGE),
            new Stretch("Uitrollen", ModelIds.ROLL_OUT),
            new Stretch("Borgen", ModelIds.SECURE, ModelIds.ACCEPT_OWNERSHIP),
            new Stretch("Blijven evalueren", ModelIds.KEEP_EVALUATING),
            new Stretch("Lessen vastleggen", ModelIds.LESSONS_SECURED, ModelIds.LESSONS_STOPPED));

    /** A part of a track, by the elements of its model. */
    private record Stretch(String name, Set<String> elements) {

        Stretch(String name, String... elements) {
            this(name, Set.of(elements));
        }
    }

    enum State {
        DONE("Gedaan"), HERE("Hier zijn we"), NOT_YET("Nog niet"), NEVER("Niet gedaan");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    record Phase(String name, State state) {

        public boolean isHere() {
            return state == State.HERE;
        }
    }

    static List<Track> of(List<Run> runs) {
        return List.of(of("Innovatie", INNOVATION, newest(runs, ModelIds.INNOVATION)),
                of("Implementatie", IMPLEMENTATION, newest(runs, ModelIds.IMPLEMENTATION)));
    }

    /** Where a hand-over was returned, the newest run counts. */
    static Optional<Run> newest(List<Run> runs, String process) {
        return runs.stream().filter(run -> run.process().equals(process)).max(Comparator.comparing(Run::started));
    }

    private static Track of(String name, List<Stretch> stretches, Optional<Run> run) {
        if (run.isEmpty()) {
            return new Track(name, "Nog niet begonnen", List.of());
        }
        int last = IntStream.range(0, stretches.size()).filter(i -> isAt(run.get(), stretches.get(i))).max().orElse(-1);
        return new Track(name, run.get().ended() == null ? "Loopt" : "Klaar", IntStream.range(0, stretches.size())
                .mapToObj(i -> new Phase(stretches.get(i).name(), state(run.get(), stretches.get(i), last >= 0 && i > last)))
                .toList());
    }

    /** What lies beyond where it is now was perhaps done before, and has to be done again. */
    private static State state(Run run, Stretch stretch, boolean beyond) {
        if (isAt(run, stretch)) {
            return State.HERE;
        }
        if (!beyond && !Collections.disjoint(run.passed(), stretch.elements())) {
            return State.DONE;
        }
        return run.ended() == null ? State.NOT_YET : State.NEVER;
    }

    private static boolean isAt(Run run, Stretch stretch) {
        return !Collections.disjoint(run.at(), stretch.elements());
    }
}
