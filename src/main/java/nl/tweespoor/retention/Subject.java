package nl.tweespoor.retention;

import nl.tweespoor.dossier.Dossiers;

/** What a number stands for, and so which rows of the table are about it. */
enum Subject {

    DOSSIER(ModelIds.DOSSIER_HISTORY, ModelIds.DOSSIER_LEDGER),
    STAND_IN(ModelIds.STAND_IN_HISTORY, ModelIds.STAND_IN_LEDGER),
    OTHER(ModelIds.OTHER_HISTORY, ModelIds.OTHER_LEDGER);

    private final String history;
    private final String ledger;

    Subject(String history, String ledger) {
        this.history = history;
        this.ledger = ledger;
    }

    static Subject of(String process, String number) {
        if (Dossiers.isNumber(number)) {
            return DOSSIER;
        }
        return ModelIds.STAND_IN.equals(process) ? STAND_IN : OTHER;
    }

    String history() {
        return history;
    }

    String ledger() {
        return ledger;
    }
}
