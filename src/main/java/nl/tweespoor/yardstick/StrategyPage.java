package nl.tweespoor.yardstick;

import java.util.List;

/**
 * What we want, and what serves it.
 *
 * @param version  its id, which names it in an address
 * @param name     as people say it
 * @param inForce  whether it is the newest
 * @param period   from and until; empty when nobody wrote it down
 * @param adopted  when and by whom, and why
 * @param vision   the four questions with their answers
 * @param more     mission, core values, what it is about and what not, and what the words mean
 * @param left     options that were not chosen, or not yet
 * @param versions all of them, the newest first
 */
record StrategyPage(String version, String name, boolean inForce, String period, String adopted, String reason, List<Answer> vision,
        List<Answer> more, List<String> targetGroups, List<Goal> goals, List<Option> chosen, List<Option> left, List<Version> versions) {

    record Answer(String question, String words) {
    }

    /**
     * @param state   in one sentence: how many dossiers serve it and where they stand
     * @param measure indicator, from where to where, and in which source
     */
    record Goal(String id, String code, String title, String state, String forWhom, String measure, String deadline, String owner, String pillar,
            String option, List<String> activities, List<String> preconditions, List<Served> dossiers) {
    }

    /**
     * A dossier that serves a goal.
     *
     * @param number  empty for who may not open it
     * @param title   as its reporter called it
     * @param measured the newest against the target; empty before anything was measured
     * @param notes   late, open points, decisions against the advice
     */
    record Served(String number, String title, String phase, String owner, String measured, String notes) {
    }

    record Option(String title, String choice, String lookAgain, List<Answer> arguments) {
    }

    record Version(String id, String words, boolean shown) {
    }
}
