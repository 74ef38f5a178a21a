package nl.tweespoor.account;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Someone from outside who helps in a dossier, and who has no account.
 *
 * @param holder as who is chosen is written, see {@link RoleHolder}
 * @param until  the last day
 */
public record Helper(String holder, String name, String organisation, LocalDate until) {

    static Stream<Helper> among(VariableScope dossier) {
        return ModelIds.HELPERS.stream().filter(helper -> known(dossier, helper, ModelIds.HELPER_UNTIL) != null)
                .map(helper -> new Helper(new RoleHolder(RoleHolder.OUTSIDE, helper).written(), known(dossier, helper, ModelIds.HELPER_NAME),
                        known(dossier, helper, ModelIds.HELPER_ORGANISATION), DutchTime.day(known(dossier, helper, ModelIds.HELPER_UNTIL))));
    }

    /** Who was chosen, when that is someone from outside. */
    public static Optional<Helper> of(VariableScope dossier, String holder) {
        return among(dossier).filter(helper -> helper.holder().equals(holder)).findFirst();
    }

    /** The name of the variable with the last day of who was chosen; none for someone of ours. */
    public static Optional<String> lastDayOf(String holder) {
        RoleHolder chosen = RoleHolder.of(holder);
        return RoleHolder.OUTSIDE.equals(chosen.group()) ? Optional.of(chosen.userId() + ModelIds.HELPER_UNTIL) : Optional.empty();
    }

    /** As people read it. */
    public String written() {
        return name + " (" + organisation + "), van buiten, tot en met " + DutchTime.written(until);
    }

    /** Null when it was not filled in. */
    private static String known(VariableScope dossier, String helper, String what) {
        return dossier.getVariable(helper + what) instanceof String text && !text.isEmpty() ? text : null;
    }
}
