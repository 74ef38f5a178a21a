package nl.tweespoor.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a file says of itself.
 *
 * @param asked how it was filtered, in the words of the form
 */
record About(String by, String at, Map<String, String> asked) {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(Filter.FROM, "Vanaf");
        NAMES.put(Filter.UNTIL, "Tot en met");
        NAMES.put(Filter.PERSON, "Genomen door");
        NAMES.put(Filter.GROUP, "Taak van");
        NAMES.put(Filter.KIND, "Soort besluit");
        NAMES.put(Filter.OUTCOME, "Uitkomst");
        NAMES.put(Filter.ADVICE, "Advies");
        NAMES.put(Filter.DOSSIER, "Dossier");
        NAMES.put(Filter.GOAL, "Doel");
        NAMES.put(Filter.VERSION, "Proces en versie");
        NAMES.put(Filter.TEXT, "Met de woorden");
        NAMES.put("sample", "Steekproef van");
        NAMES.put("seed", "Startgetal");
    }

    static About of(FilterForm form, String by, String at) {
        return new About(by, at, asked(form));
    }

    private static Map<String, String> asked(FilterForm form) {
        Map<String, String> asked = new LinkedHashMap<>();
        NAMES.forEach((field, name) -> {
            if (form.asked().containsKey(field)) {
                asked.put(name, form.told(field));
            }
        });
        return asked;
    }

    /** How it was filtered, in one line for on paper. */
    static String onPaper(FilterForm form) {
        return asked(form).entrySet().stream().map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(". ", "", "."));
    }
}
