package nl.tweespoor.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DeployedForm;
import nl.tweespoor.engine.DeployedForms;
import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.engine.TaskRule;
import nl.tweespoor.form.Form;
import nl.tweespoor.form.Forms;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Entry.Decision;
import nl.tweespoor.ledger.Entry.Step;
import nl.tweespoor.ledger.Entry.Who;
import nl.tweespoor.ledger.Journal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the ledger what people fill in: the report that starts a dossier, and every task. */
@Component
@Order(TaskRule.RECORDS)
class StepRecorder implements TaskRule, ProcessRule {

    private final Journal journal;
    private final Grounds grounds;
    private final Forms forms;
    private final Chains chains;
    private final People people;
    private final CurrentUser currentUser;

    StepRecorder(Journal journal, Grounds grounds, Forms forms, Chains chains, People people, CurrentUser currentUser) {
        this.journal = journal;
        this.grounds = grounds;
        this.forms = forms;
        this.chains = chains;
        this.people = people;
        this.currentUser = currentUser;
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        Optional<DeployedForm> form = DeployedForms.ofTask(task);
        Map<String, String> values = answers(form, task.variables());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Facts.TASK, task.id());
        facts.put(Facts.PROCESS, task.processInstance());
        openTo(task, actor, facts);
        text(task.variables(), ModelIds.TEAM_NAME).ifPresent(team -> facts.put(Facts.TEAM, team));
        reason(task, ModelIds.REASON, Facts.REASON, values, facts);
        Optional<String> outcome = task.property(ModelIds.OUTCOME).flatMap(name -> text(task.variables(), name));
        outcome.ifPresent(word -> facts.put(Facts.OUTCOME_LABEL, label(task, word)));
        Optional<String> advice = task.property(ModelIds.ADVICE).flatMap(name -> text(task.variables(), name));
        advice.ifPresent(word -> facts.put(Facts.ADVICE_LABEL, label(task, word)));
        // Where a table advises on more than the outcome, its form asks why as soon as any of it is decided otherwise.
        boolean against = advice.filter(advised -> !advised.equals(outcome.orElse(null))
                || task.property(ModelIds.REASON_AGAINST).flatMap(name -> text(task.variables(), name)).isPresent()).isPresent();
        if (against) {
            reason(task, ModelIds.REASON_AGAINST, Facts.REASON_AGAINST, values, facts);
        }
        List<String> absent = actor.standsInFor(task);
        outcome.ifPresent(decided -> values.put(Facts.BY, by(actor.userId(), absent)));
        journal.add(new Entry(chains.of(task.dossierNumber()), Kind.TASK.word(),
                new Step(task.process().key(), task.process().version(), task.element(), task.name()),
                Who.person(actor.userId(), actor.groups(), absent),
                new Decision(outcome.orElse(null), advice.orElse(null), advice.isPresent() ? against : null),
                basis(grounds.of(task.process()), form), values, facts));
    }

    private String label(DossierTask task, String word) {
        return task.property(ModelIds.OUTCOME).map(name -> forms.of(task).labelOf(name, word)).orElse(word);
    }

    private static void openTo(DossierTask task, Actor actor, Map<String, String> facts) {
        if (!task.groups().isEmpty()) {
            facts.put(Facts.GROUPS, Facts.list(task.groups()));
            if (Collections.disjoint(task.groups(), actor.groups())
                    && task.named().get().filter(actor.userId()::equals).isPresent()) {
                facts.put(Facts.NAMED, "yes");
            }
        }
    }

    /** Where its form hides the question, nobody was asked for a reason. */
    private void reason(DossierTask task, String property, String fact, Map<String, String> values, Map<String, String> facts) {
        task.property(property).ifPresent(name -> {
            Optional<String> text = text(task.variables(), name);
            text.ifPresent(given -> values.putIfAbsent(name, given));
            if (text.isPresent() || !forms.of(task).hides(name, task.variables()::getVariableTyped)) {
                facts.put(fact, name);
            }
        });
    }

    @Override
    public void starts(DossierProcess process) {
        if (process.isPart()) {
            return;
        }
        Optional<DeployedForm> form = process.asked().get();
        Map<String, String> values = answers(form, process.variables());
        Who who = currentUser.id().map(user -> {
            values.put(Facts.BY, by(user, List.of()));
            return Who.person(user, currentUser.groups(), List.of());
        }).orElse(Who.system("engine"));
        List<Basis> basis = basis(grounds.of(process.model()), form);
        // The number comes while it starts.
        journal.add(() -> new Entry(chains.of(process.dossierNumber()), Kind.START.word(),
                new Step(process.key(), process.model().version(), null, null), who, Decision.NONE, basis, values,
                Map.of(Facts.PROCESS, process.instanceId())));
    }

    private List<Basis> basis(Basis model, Optional<DeployedForm> form) {
        List<Basis> basis = new ArrayList<>(List.of(model));
        form.map(grounds::of).ifPresent(basis::add);
        return basis;
    }

    private Map<String, String> answers(Optional<DeployedForm> form, VariableScope variables) {
        Map<String, String> answers = new LinkedHashMap<>();
        form.map(forms::of).map(Form::variables).orElse(Set.of())
                .forEach(name -> text(variables, name).ifPresent(text -> answers.put(name, text)));
        return answers;
    }

    /** As text; none for what was left open. */
    private static Optional<String> text(VariableScope variables, String name) {
        return Optional.ofNullable(variables.hasVariable(name) ? variables.getVariable(name) : null).map(String::valueOf);
    }

    /** Whoever acts in the place of an absent colleague says so; the id stays that of the login. */
    private String by(String userId, List<String> absent) {
        return Facts.by(people.nameOf(userId), absent.stream().map(people::nameOf).collect(Collectors.joining(" en ")));
    }
}
