package nl.tweespoor.change;

import nl.tweespoor.trial.Tried;

/**
 * The trial of a proposal as people read it.
 *
 * @param tried what is known; null before the first dossier
 */
public record TrialView(boolean done, boolean failed, Tried tried) {

    /** In one sentence. */
    public String summary() {
        if (failed) {
            return "Het proefdraaien lukte niet. Vraag uw beheerder om in het log van Tweespoor te kijken.";
        }
        if (!done) {
            return "Het proefdraaien is nog niet klaar." + (tried == null ? "" : " Tot nu toe: " + soFar() + ".");
        }
        return soFar() + ", in " + count(tried.seconds(), "seconde", "seconden") + "." + (tried.findings().isEmpty() ? " Er liep niets vast." : "");
    }

    private String soFar() {
        return count(tried.walks(), "dossier liep proef en nam", "dossiers liepen proef en namen") + " " + tried.taken() + " van de " + tried.paths() + " paden";
    }

    private static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
