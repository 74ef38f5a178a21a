package nl.tweespoor.form;

import java.util.List;
import java.util.Optional;

/**
 * Holds a number against another one: the custom property {@code atMost} names the question, on this form or an earlier one,
 * whose answer is the most that makes sense, such as how many of a team were trained. Both may be a text with a pattern.
 */
class NumberBound {

    private final List<FormField> fields;
    private final FormContext context;
    private final Problems problems;
    private final Amounts amounts = new Amounts();

    NumberBound(List<FormField> fields, FormContext context, Problems problems) {
        this.fields = fields;
        this.context = context;
        this.problems = problems;
    }

    /** The answer; null when it is more than the other. What is wrong with the other is said there. */
    Object check(FormField field, Object answer) {
        String other = field.property("atMost");
        Optional<Double> most = other.isEmpty() ? Optional.empty() : number(context.resolve(other).getValue());
        if (most.isEmpty() || number(answer).filter(given -> given > most.get()).isEmpty()) {
            return answer;
        }
        return problems.wrong(field, fields.stream().filter(one -> one.path().equals(List.of(other))).findFirst()
                .map(one -> "Vul niet meer in dan bij \u2018" + one.fullLabel() + "\u2019, bij")
                .orElse("Vul hoogstens " + amounts.written(most.get()) + " in bij"));
    }

    private Optional<Double> number(Object answer) {
        return answer instanceof Number || answer instanceof String text && Amounts.isOne(text)
                ? Optional.of(answer instanceof Number number ? number.doubleValue() : amounts.parse(answer)) : Optional.empty();
    }
}
