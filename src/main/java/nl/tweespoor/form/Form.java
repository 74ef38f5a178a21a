package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;

/** A deployed Camunda Form as the server sees it: Tasklist asks the questions, but anyone can submit past it. */
public class Form {

    /** Of a task or a start without a form: nothing may come in. */
    static final Form NONE = new Form(List.of());

    private final List<FormField> fields;

    private Form(List<FormField> fields) {
        this.fields = fields;
    }

    static Form of(JsonNode json) {
        return new Form(FormField.in(json.path("components"), List.of(), List.of()));
    }

    /**
     * What of all this is to be stored: the answers, in types that stay the same from submit to submit, and nothing where
     * an old answer no longer belongs.
     *
     * @param stored what the task knew before, by name; null for what it did not know
     * @param periods how long a step of the table of periods may take
     */
    Map<String, Object> accepted(Map<String, Object> submitted, Function<String, TypedValue> stored,
            Function<String, Period> periods) {
        String unknown = fields.stream().filter(field -> !field.isKnown()).map(FormField::type).distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("Dit formulier heeft een onderdeel dat Tweespoor niet kan controleren (" + unknown
                    + "). Vraag de proceseigenaar om het te vervangen.");
        }
        return new SubmissionValidator(fields, submitted == null ? Map.of() : submitted, stored, periods).accepted();
    }

    /** Empties every question, for a step that comes back and asks anew. */
    void clear(VariableScope answers) {
        fields.stream().filter(FormField::isKnown).filter(field -> answers.hasVariable(field.variable()))
                .forEach(field -> answers.setVariable(field.variable(), field.path().size() > 1 ? Spin.JSON("{}")
                        : field.takesSeveral() ? Spin.JSON("[]") : Variables.untypedNullValue()));
    }

    /** The names of the variables in which its answers are, computed ones too. */
    public Set<String> variables() {
        return fields.stream().filter(FormField::isKnown).filter(field -> !field.isDisabled()).map(FormField::variable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What it asks, as people read it, by where the answer goes. */
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        fields.stream().filter(field -> field.isKnown() && !field.isComputed() && !field.isDisabled())
                .forEach(field -> questions.put(String.join(".", field.path()), field.label()));
        return questions;
    }

    /** Whether the answer is any text, which only people read: no choice, number or date. */
    public boolean asksInOwnWords(String key) {
        return fields.stream().anyMatch(field -> field.path().equals(List.of(key)) && field.isInOwnWords());
    }

    /** Whether this question isn't asked, as the answers are. */
    public boolean hides(String key, Function<String, TypedValue> stored) {
        QuestionVisibility questions = new QuestionVisibility(fields, new SubmittedAnswers(fields, Map.of(), stored), stored);
        return fields.stream().anyMatch(field -> field.path().equals(List.of(key)) && questions.isHidden(field));
    }

    /**
     * What was asked and answered, in the order of the form.
     *
     * @param values the answers by the names of {@link #variables}, as text
     * @param nameOf gives the words of a choice whose options came from data
     */
    public List<FilledQuestion> filled(Map<String, String> values, UnaryOperator<String> nameOf) {
        FilledForm form = new FilledForm(values, nameOf);
        return fields.stream().filter(field -> field.isKnown() && !field.isComputed() && !field.isDisabled())
                .flatMap(field -> form.of(field).stream()).toList();
    }

    /** The words of a choice without what comes of it, which follows a colon: "Haalbaar, onder voorwaarden: noem ze hierna". */
    public String labelOf(String key, String value) {
        return fields.stream().filter(field -> field.path().equals(List.of(key))).map(field -> field.labelOf(value))
                .findFirst().orElse(value).split(": ", 2)[0];
    }
}
