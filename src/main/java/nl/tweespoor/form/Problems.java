package nl.tweespoor.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.Refusal;

/** Everything that is wrong with what came in, told at once: what to do, and then for which questions. */
class Problems {

    private final Map<String, List<String>> labels = new LinkedHashMap<>();

    void add(String whatToDo, String label) {
        labels.computeIfAbsent(whatToDo, first -> new ArrayList<>()).add(label);
    }

    /** Null, which is what is left of an answer that is wrong. */
    <T> T wrong(FormField field, String whatToDo) {
        add(whatToDo, field.label());
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
}
