package nl.tweespoor.register;

import java.util.List;
import java.util.Map;

/**
 * The filter as a form: what was asked, and what there is to choose from.
 *
 * @param asked   by field, as it was typed
 * @param choices by field
 */
record FilterForm(Map<String, String> asked, Map<String, List<Choice>> choices) {

    record Choice(String value, String label) {
    }

    /** As people read it: the label of what was chosen, or what was typed. */
    String told(String field) {
        String value = asked.getOrDefault(field, "");
        return choices.getOrDefault(field, List.of()).stream().filter(choice -> choice.value().equals(value))
                .map(Choice::label).findFirst().orElse(value);
    }
}
