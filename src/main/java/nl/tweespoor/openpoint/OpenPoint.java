package nl.tweespoor.openpoint;

import java.util.Map;
import nl.tweespoor.engine.DutchTime;

/**
 * A point of a dossier, in words.
 *
 * @param team   the id of the team that it is about; empty for none
 * @param isOpen whether someone must still do something about it
 */
public record OpenPoint(String kind, String text, String raisedBy, String owner, String date, String state, String team, boolean isOpen) {

    private static final Map<String, String> KINDS = Map.of("condition", "Voorwaarde", "concern", "Zorg", "risk", "Risico",
            "precondition", "Randvoorwaarde", "improvement", "Verbeteractie", "question", "Vraag", "barrier", "Knelpunt");
    private static final Map<String, String> STATES = Map.of("done", "Gedaan", "accepted", "Aanvaard door het managementteam",
            "stopped", "Geëindigd met het dossier", "moved", "Gaat verder in een ander dossier", ModelIds.CUT, "Afgebroken door de beheerder");

    private static String until(String before) {
        return Moment.of(before).map(moment -> ", moet klaar zijn vóór " + moment.dutch()).orElse("");
    }

    static String kind(String word) {
        return KINDS.getOrDefault(word, word);
    }

    /**
     * @param day    until when, as the models write it; null for none
     * @param before the step before which it must be closed, as the models call it
     */
    static String state(String word, String day, String before) {
        boolean late = day != null && DutchTime.day(day).isBefore(DutchTime.today());
        return STATES.getOrDefault(word, (late ? "Open, te laat" : "Open") + until(before));
    }

    /** As a row of a table on a form. */
    Map<String, String> row() {
        return Map.of("kind", kind, "text", text, "raisedBy", raisedBy, "owner", owner, "date", date, "state", state);
    }
}
