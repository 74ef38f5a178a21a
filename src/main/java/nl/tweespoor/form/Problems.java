package nl.tweespoor.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.Refusal;

/**
 * Everything that is wrong with what came in, told at once: what to do, and then for which questions. Where several rows ask
 * the same, the row comes first.
 */
class Problems {

    private final Map<String, List<String>> labels = new LinkedHashMap<>();

    void add(String whatToDo, String label) {
        labels.computeIfAbsent(whatToDo, first -> new ArrayList<>()).add(label);
    }

    /** Null, which is what is left of an answer that is wrong. */
    <T> T wrong(FormField field, String whatToDo) {
        return wrong(field, whatToDo, field.label());
    }

    /** @param label what to call the question, when more is to be said about it */
    <T> T wrong(FormField field, String whatToDo, String label) {
        add(field.row().isEmpty() ? whatToDo
                : field.row() + ": " + Character.toLowerCase(whatToDo.charAt(0)) + whatToDo.substring(1), withoutMark(label));
        return null;
    }

    void refuse() {
        if (!labels.isEmpty()) {
            StringBuilder sentences = new StringBuilder("Het formulier klopt nog niet.");
            labels.forEach((whatToDo, which) -> sentences.append(' ').append(whatToDo).append(": ")
                    .append(String.join("; ", which)).append('.'));
            throw Refusal.invalid(sentences.toString());
        }
    }

    /** A sentence ends in one mark, also when a question is the last of it. */
    private static String withoutMark(String label) {
        return label.strip().replaceAll("[.?!:;]+$", "");
    }
}
