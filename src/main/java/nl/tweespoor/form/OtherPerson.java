package nl.tweespoor.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.account.RoleHolder;

/**
 * Holds a chosen person against those who were chosen for something else: the custom property {@code differsFrom} names the
 * questions, on this form or an earlier one, where someone else must stand. One account can be in several groups; it is the
 * person that counts.
 */
class OtherPerson {

    private final List<FormField> fields;
    private final FormContext context;
    private final Problems problems;

    OtherPerson(List<FormField> fields, FormContext context, Problems problems) {
        this.fields = fields;
        this.context = context;
        this.problems = problems;
    }

    /** The choice; null when it is the same person as elsewhere. */
    String check(FormField field, String chosen) {
        Optional<String> same = Stream.of(field.property("differsFrom").split("\\s*,\\s*")).filter(other -> !other.isEmpty())
                .filter(other -> isSamePerson(chosen, context.resolve(other).getValue())).findFirst();
        return same.isEmpty() ? chosen : problems.wrong(field, fields.stream().filter(one -> one.path().equals(List.of(same.get())))
                .findFirst().map(one -> "Kies iemand anders dan bij \u2018" + one.fullLabel() + "\u2019, bij")
                .orElse("Kies iemand die in dit dossier niet al iets anders draagt, bij"));
    }

    private static boolean isSamePerson(String chosen, Object other) {
        String person = RoleHolder.of(chosen).userId();
        return person != null && other instanceof String written && person.equals(RoleHolder.of(written).userId());
    }
}
