package nl.tweespoor.form;

import java.math.BigDecimal;

/** Holds a text against its question: length, characters, pattern. */
class TextValidator {

    /** The engine's column for a text is this long, in the units in which a browser counts. */
    private static final int LONGEST_TEXT = 4000;
    private static final BrowserPattern EMAIL = new BrowserPattern("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]"
            + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    /** International; form-js knows every country code, which is more than we need. */
    private static final BrowserPattern PHONE = new BrowserPattern("(\\+|00)[1-9]\\d{5,28}$");

    private final FormContext context;
    private final Problems problems;

    TextValidator(FormContext context, Problems problems) {
        this.context = context;
        this.problems = problems;
    }

    /** The text as it will be stored; null when it is wrong. */
    String check(FormField field, Object answer) {
        if (!(answer instanceof String text)) {
            return problems.wrong(field, "Geef een tekst bij");
        }
        int longest = Math.min(LONGEST_TEXT, context.limit(field, "maxLength") == null
                ? LONGEST_TEXT : context.limit(field, "maxLength").intValue());
        String trimmed = trimmed(text);
        if (trimmed.length() > longest) {
            return problems.wrong(field, "Gebruik hoogstens " + longest + " tekens bij");
        }
        // The browser does not count spaces around a text, and does hold them against the pattern.
        String kept = text.length() > longest ? trimmed : text;
        if (VisibleText.turnsAround(text)) {
            return problems.wrong(field, "Er staat een onzichtbaar teken in dat de leesrichting omkeert."
                    + " Typ opnieuw wat u had geplakt bij");
        }
        int unprintable = unprintable(text, field.type().equals("textfield"));
        if (unprintable >= 0) {
            return problems.wrong(field, "\r\n".indexOf(text.charAt(unprintable)) >= 0 ? "Schrijf op één regel bij"
                    : "Er staat een teken in dat niet bewaard kan worden. Typ opnieuw wat u had geplakt bij");
        }
        BigDecimal shortest = context.limit(field, "minLength");
        if (field.asksAReason() && !VisibleText.saysWhy(text)) {
            return problems.wrong(field, "Geef een echte reden (dus niet 'n.v.t.' of 'zie boven') bij");
        }
        if (shortest != null && BigDecimal.valueOf(trimmed.length()).compareTo(shortest) < 0) {
            return problems.wrong(field, "Gebruik minstens " + shortest + " tekens bij");
        }
        if (field.isRequired() && !VisibleText.hasWords(text)) {
            return problems.wrong(field, "Antwoord met woorden bij");
        }
        if (field.asksAFact() && !VisibleText.saysWhy(text)) {
            return problems.wrong(field, "Geef een echt antwoord (dus niet 'n.v.t.' of 'zie boven') bij");
        }
        String pattern = field.rule("pattern").asText();
        if (!pattern.isEmpty() && !new BrowserPattern(pattern).matches(text)) {
            String description = field.component().path("description").asText();
            return problems.wrong(field, "Schrijf het zoals de uitleg bij de vraag zegt",
                    field.label() + (description.isBlank() ? "" : " (" + description.replaceAll("\\.$", "") + ")"));
        }
        return switch (field.rule("validationType").asText()) {
            case "email" -> EMAIL.matches(kept) ? kept
                    : problems.wrong(field, "Vul een e-mailadres in, zoals naam@voorbeeld.nl, bij");
            case "phone" -> PHONE.matches(kept) ? kept
                    : problems.wrong(field, "Vul een telefoonnummer met landcode in, zoals +31201234567, bij");
            default -> kept;
        };
    }

    /** Without the spaces that JavaScript trims. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    /** Where a text can't be stored or shown: a control character, half an emoji, a line end where there is one line. */
    private static int unprintable(String text, boolean oneLine) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isISOControl(c) && c != '\t' && (oneLine || c != '\n' && c != '\r')
                    || Character.isSurrogate(c) && !pair) {
                return i;
            }
            i += pair ? 1 : 0;
        }
        return -1;
    }
}
