package nl.tweespoor.refusal;

import org.camunda.bpm.engine.rest.dto.ExceptionDto;

/**
 * What someone reads who gets a no.
 *
 * @param status the HTTP status that fits
 * @param hint   where to look, for whoever built what sent this; may be empty, and may quote what was sent
 */
record Explanation(int status, String sentence, String hint) {

    private static final String MALFORMED = "De vraag is niet goed opgebouwd.";

    Explanation(int status, String sentence) {
        this(status, sentence, "");
    }

    /** When nothing more is known than the status. */
    static Explanation of(int status) {
        return new Explanation(status, switch (status) {
            case 400 -> MALFORMED;
            case 401 -> "Log eerst in. Was u al ingelogd? Dan is uw sessie verlopen: log opnieuw in.";
            case 403 -> "U mag dit niet doen, of uw sessie is verlopen. Log opnieuw in en probeer het nog eens.";
            case 404 -> "Wat u zoekt, is er niet (meer). Controleer het adres of ververs de pagina.";
            case 405 -> "Dit kan niet op dit adres. Ga terug en ververs de pagina.";
            case 406 -> "Tweespoor kan dit niet geven in de vorm waarin u het vraagt.";
            case 409 -> "Een collega was u net voor. Ververs uw lijst en kijk wat er nu staat.";
            case 413 -> "Wat u verstuurt, is te groot. Maak het korter en probeer het opnieuw.";
            case 415 -> "Tweespoor neemt deze soort inhoud hier niet aan.";
            case 429 -> "Dit gaat te snel achter elkaar. Wacht even en probeer het opnieuw.";
            default -> status < 500 ? "Dit kan niet zoals het gevraagd is." : "Er ging iets mis in Tweespoor.";
        });
    }

    static Explanation notLikeThis() {
        return new Explanation(400, "Dit kan niet zoals het gevraagd is.");
    }

    static Explanation malformed(String hint) {
        return new Explanation(400, MALFORMED, hint);
    }

    /** The database is away or full. That is nobody's mistake, and it may pass. */
    static Explanation cannotStore() {
        return new Explanation(503, "Tweespoor kan nu niets opslaan. Wat u invulde, staat er nog."
                + " Probeer het over een paar minuten opnieuw, of waarschuw de beheerder.");
    }

    static Explanation noSuchTask() {
        return new Explanation(404,
                "Deze taak is er niet (meer). Misschien heeft een collega haar al afgerond. Ververs uw lijst.");
    }

    /** As the caller reads it. */
    String text() {
        return hint.isBlank() ? sentence : sentence + " (" + hint + ")";
    }

    /** Something to search for. */
    boolean isOurFault() {
        return status >= 500 && status != 503;
    }

    /** With a number by which the administrator finds what happened in the log. */
    Explanation under(String reference) {
        return new Explanation(status, sentence + " Wat u invulde, is niet opgeslagen. Probeer het opnieuw."
                + " Blijft het misgaan? Geef de beheerder dan dit nummer: " + reference + ".");
    }

    /** In the shape that clients of Camunda's REST API know. */
    ExceptionDto asJson() {
        ExceptionDto json = new ExceptionDto();
        json.setType("Refusal");
        json.setMessage(text());
        return json;
    }
}
