package nl.tweespoor.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Advice;
import nl.tweespoor.engine.AdviceRule;
import nl.tweespoor.engine.Deployed;
import nl.tweespoor.engine.DossierStep;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.OccurrenceRule;
import nl.tweespoor.engine.Operation;
import nl.tweespoor.engine.TaskRule;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Entry.Decision;
import nl.tweespoor.ledger.Entry.Step;
import nl.tweespoor.ledger.Entry.Who;
import nl.tweespoor.ledger.Journal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the ledger what happens beside the tasks: advice, timers, operations, deployments, and what was refused. */
@Component
@Order(TaskRule.RECORDS)
class OccurrenceRecorder implements OccurrenceRule, AdviceRule {

    /** What is an entry of its own already, with its answers. */
    private static final Set<String> TOLD = Set.of("Complete Task", "Create ProcessInstance");
    private static final String ENGINE = "engine";
    /** Of what is said of a deployment, in characters: names in files can be any size. */
    private static final int LONGEST = 8000;

    private final Journal journal;
    private final Grounds grounds;
    private final Chains chains;

    OccurrenceRecorder(Journal journal, Grounds grounds, Chains chains) {
        this.journal = journal;
        this.grounds = grounds;
        this.chains = chains;
    }

    @Override
    public void answered(Advice advice) {
        Map<String, String> facts = new LinkedHashMap<>();
        advice.rules().forEach(rule -> {
            facts.put(Facts.RULE + rule.id(), String.valueOf(rule.annotation()));
            rule.outputs().forEach((name, text) -> facts.merge(name, text, (one, other) -> one + ", " + other));
        });
        journal.add(new Entry(chains.of(advice.step().map(DossierStep::dossierNumber).orElse(null)), Kind.ADVICE.word(),
                advice.step().map(OccurrenceRecorder::place).orElse(new Step(advice.table().key(), advice.table().version(), null,
                        null)),
                advice.actor().map(OccurrenceRecorder::who).orElse(Who.system(ENGINE)),
                Decision.NONE, List.of(grounds.of(advice.table())), Map.of(), facts));
    }

    @Override
    public void timerFired(DossierStep timer) {
        journal.add(new Entry(chains.of(timer.dossierNumber()), Kind.TIMER.word(), place(timer), Who.system(ENGINE),
                Decision.NONE, List.of(grounds.of(timer.process())), Map.of(), Map.of()));
    }

    @Override
    public void done(Operation operation) {
        if (TOLD.contains(operation.type() + " " + operation.object())) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "before", operation.before());
        put(values, "after", operation.after());
        put(values, "annotation", operation.annotation());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("object", operation.object());
        put(facts, "property", operation.property());
        put(facts, Facts.TASK, operation.taskId());
        journal.add(new Entry(chains.of(operation.dossierNumber().orElse(null)), Kind.OPERATION.word(),
                new Step(operation.processKey(), null, null, null), who(operation.actor()),
                new Decision(operation.type(), null, null), List.of(), values, facts));
    }

    @Override
    public void deployed(Deployed deployment) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "name", deployment.name());
        put(values, "source", deployment.source());
        List<Basis> files = deployment.resources().stream()
                .map(file -> Grounds.deployed(deployment.id(), file.name(), file.content())).toList();
        journal.add(new Entry(Entry.NO_DOSSIER, Kind.DEPLOYMENT.word(), Step.NONE,
                deployment.actor().map(OccurrenceRecorder::who).orElse(Who.system(deployment.source() == null ? "start" : "process-change")), Decision.NONE, files, values,
                Map.of(Facts.DEPLOYMENT, deployment.id())));
    }

    @Override
    public void refused(Optional<Actor> actor, Optional<DossierTask> task, Optional<String> dossierNumber, String sentence) {
        journal.add(new Entry(chains.of(dossierNumber.orElse(null)), Kind.REFUSAL.word(),
                task.map(one -> new Step(one.process().key(), one.process().version(), one.element(), one.name()))
                        .orElse(Step.NONE),
                actor.map(OccurrenceRecorder::who).orElse(Who.system(ENGINE)), Decision.NONE, List.of(),
                Map.of("sentence", sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence), task.map(one -> Map.of(Facts.TASK, one.id())).orElse(Map.of())));
    }

    private static Who who(Actor actor) {
        return Who.person(actor.userId(), actor.groups(), List.of());
    }

    private static Step place(DossierStep step) {
        return new Step(step.process().key(), step.process().version(), step.element(), step.name());
    }

    private static void put(Map<String, String> map, String name, String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
