package nl.tweespoor.change;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.WholeDeployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which processes a file of a proposal is used: these do something else from then on, also when nobody sent them. */
@Component
class UsedBy {

    private static final Map<String, String> SENTENCES = Map.of(".form", "Dit formulier wordt gebruikt in: %s.",
            ".dmn", "Deze tabel wordt gebruikt in: %s.", ".bpmn", "Dit proces wordt aangeroepen door: %s.");

    private final WholeDeployment deployment;
    private final DeploymentGate gate;
    private final JdbcClient jdbc;

    UsedBy(WholeDeployment deployment, DeploymentGate gate, JdbcClient jdbc) {
        this.deployment = deployment;
        this.gate = gate;
        this.jdbc = jdbc;
    }

    /** None when nothing that is live uses it. */
    Optional<String> sentence(DeployedResource file) {
        Set<String> own = gate.idsIn(file);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Pattern named = Pattern.compile("(?:formRef|decisionRef|calledElement)=\"(?:" + own.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\"");
        Set<String> processes = new TreeSet<>();
        deployment.completed(List.of(file)).stream().filter(one -> one.endsWithAny(".bpmn"))
                .filter(one -> named.matcher(new String(one.content(), StandardCharsets.UTF_8)).find())
                .flatMap(one -> gate.idsIn(one).stream()).filter(process -> !own.contains(process)).forEach(process -> processes.add(name(process)));
        return SENTENCES.entrySet().stream().filter(kind -> file.endsWithAny(kind.getKey())).findFirst()
                .filter(kind -> !processes.isEmpty()).map(kind -> kind.getValue().formatted(String.join(", ", processes)));
    }

    private String name(String process) {
        return jdbc.sql("select name_ from act_re_procdef where key_ = ? order by version_ desc").param(process).query(String.class).list()
                .stream().findFirst().orElse(process);
    }
}
