package nl.tweespoor.form;

import java.math.BigDecimal;

/** Reads numbers as exactly as they were written. */
final class Decimals {

    private static final int MOST_CHARACTERS = 40;
    private static final int LARGEST_SCALE = 400;

    private Decimals() {
    }

    /** Null when it is no number, or one with an exponent that would take all memory to write out. */
    static BigDecimal of(Object number, boolean fromText) {
        if (!(number instanceof Number) && !(fromText && number instanceof String)
                || number.toString().length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            return Math.abs(decimal.scale()) > LARGEST_SCALE ? null : decimal;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
