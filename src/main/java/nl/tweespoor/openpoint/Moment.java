package nl.tweespoor.openpoint;

import java.util.Arrays;
import java.util.Optional;

/** The step of a dossier before which a point must be closed, in the order in which a dossier comes past them. */
enum Moment {

    HAND_OVER("handOver", "de overdracht"),
    GO_LIVE("goLive", "de start van een team"),
    SECURED("secured", "het borgen"),
    LAST_EVALUATION("lastEvaluation", "de laatste evaluatie");

    private final String word;
    private final String dutch;

    Moment(String word, String dutch) {
        this.word = word;
        this.dutch = dutch;
    }

    /** Empty for a point that holds up no step. */
    static Optional<Moment> of(String word) {
        return Arrays.stream(values()).filter(moment -> moment.word.equals(word)).findFirst();
    }

    /** As the models call it. */
    String word() {
        return word;
    }

    /** As it stands in a sentence. */
    String dutch() {
        return dutch;
    }
}
