package nl.tweespoor.retention;

/** Names in an entry. */
final class Facts {

    static final String ENDED = "ended";
    static final String HISTORY_UNTIL = "history-until";
    static final String HISTORY_GROUND = "history-ground";
    static final String LEDGER_UNTIL = "ledger-until";
    static final String LEDGER_GROUND = "ledger-ground";

    private Facts() {
    }
}
