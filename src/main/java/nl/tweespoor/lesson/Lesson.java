package nl.tweespoor.lesson;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a dossier taught.
 *
 * @param ending     how that dossier ended, as the models call it
 * @param theme      as the models call it
 * @param technology in a few words; empty for none
 * @param teams      ids of the teams of that dossier
 * @param wentWell   empty where nobody was asked
 * @param owner      the group that decides what becomes of it
 * @param decision   what became of it, as the models call it; null as long as nobody decided
 * @param changeKind what changes by it; null when nothing does
 */
record Lesson(String dossier, String title, String ending, String theme, String technology, Set<String> teams, String advice, String wentWell,
        String wentWrong, String owner, Instant recordedAt, String recordedBy, String decision, String changeKind, String decisionReason) {

    private static final Map<String, String> ENDINGS = Map.of("rejected", "Afgewezen", "notContinued", "Niet doorgezet", "stopped", "Gestopt",
            "secured", "Geborgd");
    private static final Map<String, String> THEMES = Map.of("sensing", "Toezicht en alarm", "medication", "Medicatie", "mobility",
            "Bewegen, tillen en vallen", "contact", "Beeldzorg en contact", "treatment", "Verplegen en behandelen", "dailyLife",
            "Zelf doen in het dagelijks leven", "wellBeing", "Welbevinden en onrust", "administration", "Rapporteren en regelen", "other", "Iets anders");
    private static final Map<String, String> CHANGES = Map.of("process", "het proces", "form", "een formulier", "table", "een regel of termijn",
            "training", "scholing", "other", "iets anders");

    String endingInWords() {
        return ENDINGS.getOrDefault(ending, ending);
    }

    String themeInWords() {
        return THEMES.getOrDefault(theme, theme);
    }

    String changeInWords() {
        return CHANGES.getOrDefault(changeKind, "iets anders");
    }

    /** All that it says, in one text. */
    String text() {
        return advice + (wentWell.isEmpty() ? "" : " Gelukt: " + wentWell) + (wentWrong.isEmpty() ? "" : " Niet gelukt: " + wentWrong);
    }
}
