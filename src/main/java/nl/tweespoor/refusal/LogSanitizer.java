package nl.tweespoor.refusal;

/** Keeps what a caller sent on the line where it belongs, so that nobody writes lines of their own into the log. */
class LogSanitizer {

    private LogSanitizer() {
    }

    static String of(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ").strip();
    }
}
