package nl.tweespoor.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.form.FilledQuestion;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Entry.Step;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;
import org.springframework.stereotype.Component;

/** Makes the page of one decision, from the ledger and the very files on which it rested. */
@Component
class DecisionPages {

    private static final Map<String, String> FILES = Map.of("bpmn", "Model", "dmn", "Tabel", "form", "Formulier");
    private static final int MARK = 12;
    private static final int SHORT = 100;

    private final FilledForms forms;
    private final FiredTables tables;
    private final DeployedFiles models;

    DecisionPages(FilledForms forms, FiredTables tables, DeployedFiles models) {
        this.forms = forms;
        this.tables = tables;
        this.models = models;
    }

    /** None when nothing was decided under this number. */
    Optional<DecisionPage> of(OpenDossier dossier, long sequence) {
        return dossier.recorded().decisions().stream().filter(decision -> decision.sequence() == sequence).findFirst()
                .map(decision -> page(dossier, decision));
    }

    private DecisionPage page(OpenDossier dossier, RecordedDecision decision) {
        Optional<Advice> advice = decision.advice();
        return new DecisionPage(dossier.number(), dossier.title(), decision.sequence(), decision.name(), decision.outcome(),
                decision.person(), decision.absent(), Words.roleBeside(decision.person(), decision.groups()),
                Words.moment(decision.at()), decision.reason(), advice.map(Advice::outcome).orElse(null),
                advice.map(Advice::followed).orElse(true), advice.map(Advice::reasonAgainst).orElse(""), form(dossier, decision),
                tables.before(dossier.number(), dossier.recorded(), decision), model(decision.step()),
                decision.basis().stream().map(DecisionPages::mark).toList());
    }

    private List<FilledQuestion> form(OpenDossier dossier, RecordedDecision decision) {
        return dossier.recorded().filled().stream().filter(filled -> filled.sequence() == decision.sequence()).findFirst()
                .flatMap(forms::of).map(asked -> asked.stream().map(question -> once(question, decision)).toList()).orElse(null);
    }

    /** A long reason stands on the page once: it is to fit on one sheet of paper. */
    private static FilledQuestion once(FilledQuestion asked, RecordedDecision decision) {
        return asked.answer().length() > SHORT && asked.answer().equals(decision.reason())
                ? new FilledQuestion(asked.key(), asked.question(), "Zie hierboven, bij Waarom.") : asked;
    }

    private String model(Step step) {
        return models.process(step.process(), step.version()).map(process -> process.name() + ", versie " + step.version()
                + ", in gebruik sinds " + Words.day(process.since()))
                .orElse("Versie " + step.version() + ", die er niet meer is");
    }

    /** How a file is named so that anyone can tell whether theirs is the same. */
    static String mark(Basis file) {
        return FILES.getOrDefault(file.kind(), "Bestand") + " " + file.name() + ", kenmerk " + file.sha256().substring(0, MARK);
    }
}
