package nl.tweespoor.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.WholeDeployment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model of a change asks for. */
@Component("changes")
public class Changes {

    /** Of a text that the engine keeps. */
    private static final int LONGEST_TEXT = 4000;

    private final ProposedFiles files;
    private final WholeDeployment deployment;
    private final DeploymentGate gate;

    Changes(ProposedFiles files, WholeDeployment deployment, DeploymentGate gate) {
        this.files = files;
        this.deployment = deployment;
        this.gate = gate;
    }

    /** Holds the files against what is live from here on, and gives the ids of the processes, tables and forms in them, with commas. */
    public String held(DelegateExecution offered) {
        String number = offered.getProcessBusinessKey();
        files.replace(number, files.proposed(number));
        String ids = files.proposed(number).stream().flatMap(file -> gate.idsIn(file).stream()).distinct().sorted().collect(Collectors.joining(","));
        if (ids.length() > LONGEST_TEXT) {
            throw Refusal.invalid("Dit voorstel wijzigt te veel tegelijk om het te beoordelen. Verdeel het over meer voorstellen.");
        }
        return ids;
    }

    /**
     * Puts the files live, with what belongs to them.
     *
     * @return false when that can't be, since what was compared isn't live any more or the gate refuses it; the variable
     *         {@code changeFindings} then says why
     */
    public boolean putLive(DelegateExecution approved) {
        String number = approved.getProcessBusinessKey();
        List<ProposedFile> proposed = files.of(number);
        Optional<String> against = against(proposed);
        approved.setVariable(ModelIds.FINDINGS, against.orElse(null));
        if (against.isPresent()) {
            return false;
        }
        deployment.putLive((String) approved.getVariable(ModelIds.TITLE), number, proposed.stream().map(ProposedFile::proposed).toList());
        return true;
    }

    private Optional<String> against(List<ProposedFile> proposed) {
        String moved = proposed.stream().filter(file -> !file.isAgainst(deployment.live(file.proposed()))).map(ProposedFile::name)
                .collect(Collectors.joining(", "));
        if (!moved.isEmpty()) {
            return Optional.of("Wat live stond is intussen veranderd: " + moved + ". Kijk wat er nu staat, en bied het voorstel opnieuw aan.");
        }
        try {
            deployment.check(proposed.stream().map(ProposedFile::proposed).toList());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        }
    }
}
