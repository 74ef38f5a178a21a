package nl.tweespoor.overview;

/**
 * Where a dossier stands, in as few words as a list has room for.
 *
 * @param title    empty when it has none
 * @param phase    where it is on its tracks; empty when it is nowhere
 * @param standing in one sentence
 * @param turns    whose turn it is, where it waits for several tasks and the sentence doesn't say; else empty
 * @param answer   what its reporter was told, with the reason; empty as long as nothing was
 */
public record DossierSummary(String number, String title, String phase, String standing, String turns,
        String answer, String reason) {
}
