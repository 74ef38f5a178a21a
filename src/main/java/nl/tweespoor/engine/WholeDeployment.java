package nl.tweespoor.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

/** Files together with what is live and belongs to them, since a model finds its forms and tables in its own deployment only. */
@Component
public class WholeDeployment {

    private final ProcessEngine engine;
    private final DeploymentGate gate;

    WholeDeployment(ProcessEngine engine, DeploymentGate gate) {
        this.engine = engine;
        this.gate = gate;
    }

    /** What these files need beside them, of what is live. */
    static List<DeployedResource> besides(List<DeployedResource> sent, DeploymentGate gate, LiveFiles live) {
        Set<String> related = new LinkedHashSet<>();
        sent.forEach(file -> related.addAll(gate.idsIn(file)));
        related.addAll(gate.idsNeededBy(sent));
        return besides(sent, related, gate, live);
    }

    /** @param related ids of what is looked for among what is live */
    private static List<DeployedResource> besides(List<DeployedResource> sent, Set<String> related, DeploymentGate gate, LiveFiles live) {
        Set<String> present = new HashSet<>();
        sent.forEach(file -> present.addAll(gate.idsIn(file)));
        Set<String> names = new HashSet<>(sent.stream().map(DeployedResource::baseName).toList());
        List<DeployedResource> besides = new ArrayList<>();
        for (DeployedResource file : live.deployedWith(related)) {
            Set<String> ids = gate.idsIn(file);
            if (!ids.isEmpty() && ids.stream().noneMatch(present::contains) && names.add(file.baseName())) {
                present.addAll(ids);
                besides.add(file);
            }
        }
        return besides;
    }

    /** All that would be live when these files were, also what doesn't belong to them. */
    public List<DeployedResource> everythingWith(List<DeployedResource> files) {
        return Unchecked.inCommand(engine, context -> {
            Set<String> all = new LinkedHashSet<>();
            engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().forEach(one -> all.add(one.getKey()));
            engine.getRepositoryService().createDecisionDefinitionQuery().latestVersion().list().forEach(one -> all.add(one.getKey()));
            List<DeployedResource> whole = new ArrayList<>(files);
            whole.addAll(besides(files, all, gate, new LiveFiles(context)));
            return whole;
        });
    }

    /** The file that is live with the same process, table or form; none for what is new. */
    public Optional<DeployedResource> live(DeployedResource file) {
        return Unchecked.inCommand(engine, context -> live(file, gate, new LiveFiles(context)));
    }

    /** Those of these files that aren't live as they are. */
    public List<DeployedResource> differentFromLive(List<DeployedResource> files) {
        return Unchecked.inCommand(engine, context -> {
            Set<String> ids = files.stream().flatMap(file -> gate.idsIn(file).stream()).collect(Collectors.toSet());
            List<DeployedResource> live = new LiveFiles(context).deployedWith(ids);
            Map<String, Integer> first = new HashMap<>();
            for (int i = 0; i < live.size(); i++) {
                int place = i;
                gate.idsIn(live.get(i)).forEach(id -> first.putIfAbsent(id, place));
            }
            return files.stream().filter(file -> gate.idsIn(file).stream().map(first::get).filter(Objects::nonNull).min(Comparator.naturalOrder())
                    .map(place -> !Arrays.equals(live.get(place).content(), file.content())).orElse(true)).toList();
        });
    }

    static Optional<DeployedResource> live(DeployedResource file, DeploymentGate gate, LiveFiles live) {
        Set<String> ids = gate.idsIn(file);
        return live.deployedWith(ids).stream().filter(one -> gate.idsIn(one).stream().anyMatch(ids::contains)).findFirst();
    }

    /** @throws Refusal with all that is wrong now */
    public void check(List<DeployedResource> files) {
        gate.check(completed(files));
    }

    /**
     * As what Tweespoor does itself, once someone approved it and {@link #check} let it through.
     *
     * @param source where the approval stands
     */
    public void putLive(String name, String source, List<DeployedResource> files) {
        Unchecked.inCommand(engine, context -> {
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name(name).source(source);
            completed(files).forEach(file -> deployment.addInputStream(file.baseName(), new ByteArrayInputStream(file.content())));
            return deployment.deploy();
        });
    }

    /** With what is live and belongs to them. */
    public List<DeployedResource> completed(Collection<DeployedResource> files) {
        return Unchecked.inCommand(engine, context -> {
            List<DeployedResource> whole = new ArrayList<>(files);
            whole.addAll(besides(List.copyOf(files), gate, new LiveFiles(context)));
            return whole;
        });
    }
}
