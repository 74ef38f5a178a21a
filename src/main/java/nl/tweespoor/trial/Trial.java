package nl.tweespoor.trial;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.WholeDeployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** Lets proposed processes run, in a Tweespoor beside this one that ends with it; nothing of this one is touched. */
@Component
public class Trial {

    private static final String MODEL = ".bpmn";

    private final WholeDeployment deployment;
    private final TrialSettings settings;

    Trial(WholeDeployment deployment, TrialSettings settings) {
        this.deployment = deployment;
        this.settings = settings;
    }

    /** Whether there is a process among these, which can be walked. */
    public static boolean isFor(List<DeployedResource> files) {
        return files.stream().anyMatch(file -> file.endsWithAny(MODEL));
    }

    /**
     * Takes minutes, and some memory for as long.
     *
     * @param files    what is proposed
     * @param goesOn   hears what is known so far after each dossier, and says whether to go on
     */
    public Tried of(List<DeployedResource> files, Predicate<Tried> goesOn) {
        List<DeployedResource> whole = deployment.everythingWith(files);
        Set<String> changed = new TreeSet<>();
        files.stream().filter(file -> file.endsWithAny(MODEL)).forEach(file -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()))
                .getModelElementsByType(Process.class).stream().filter(Process::isExecutable).forEach(process -> changed.add(process.getId())));
        try (Sandbox sandbox = new Sandbox(whole)) {
            return new Walker(sandbox, new Routes(whole), changed, settings).walk(goesOn);
        }
    }
}
