package nl.tweespoor.control;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.startup.Command;
import nl.tweespoor.startup.CommandName;
import org.springframework.stereotype.Component;

/**
 * {@code --tweespoor.control} prints what all controls say, {@code --tweespoor.control=reason} what one does. Status 0 when
 * nothing was found, 1 when something was, 2 when there is no such control.
 */
@Component
class ControlCommand implements Command {

    private static final int CLEAN = 0;
    private static final int FOUND = 1;
    private static final int UNKNOWN = 2;

    private final Controls controls;

    ControlCommand(Controls controls) {
        this.controls = controls;
    }

    @Override
    public CommandName name() {
        return CommandName.CONTROL;
    }

    @Override
    public int run(String asked, PrintStream out) {
        Optional<List<ControlResult>> results = asked.isBlank() ? Optional.of(controls.runAll()) : controls.run(asked).map(List::of);
        if (results.isEmpty()) {
            out.println("Er is geen controle '" + asked + "'. Kies uit: " + String.join(", ", controls.ids()) + ".");
            return UNKNOWN;
        }
        results.get().forEach(result -> print(result, out));
        long clean = results.get().stream().filter(ControlResult::isClean).count();
        out.println(clean + " van " + results.get().size() + " controles zonder bevindingen, op "
                + DutchTime.written(DutchTime.today()) + ".");
        return clean == results.get().size() ? CLEAN : FOUND;
    }

    private static void print(ControlResult result, PrintStream out) {
        out.println((result.isClean() ? "GOED " : "FOUT ") + result.name() + " (" + result.id() + ")");
        out.println("     " + result.looksAt());
        out.println("     Bekeken: " + result.examined() + ". Bevindingen: " + result.findings().size() + ".");
        result.findings().forEach(finding -> out.println("     - " + finding));
        result.information().forEach(finding -> out.println("     (ter informatie) " + finding));
        out.println();
    }
}
