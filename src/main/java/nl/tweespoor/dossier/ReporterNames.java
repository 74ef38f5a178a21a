package nl.tweespoor.dossier;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Names;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** What others read of who reported: the name, or only that it was a colleague. */
@Component
public class ReporterNames implements ShownVariable {

    private static final String COLLEAGUE = "een collega";

    private final Reporters reporters;
    private final Names names;
    private final People people;

    ReporterNames(Reporters reporters, Names names, People people) {
        this.reporters = reporters;
        this.names = names;
        this.people = people;
    }

    @Override
    public String name() {
        return ModelIds.REPORTER_NAME;
    }

    @Override
    public TypedValue of(DossierTask task) {
        return Variables.stringValue(of(task.dossierNumber()));
    }

    /** Empty when nobody did, such as where a process began by itself. */
    public String of(String dossierNumber) {
        Set<String> keptBack = reporters.keptBack(dossierNumber);
        Stream<String> named = reporters.named(dossierNumber).stream().map(reporter -> names.of(reporter, people::nameOf));
        String others = keptBack.size() > 1 ? keptBack.size() + " collega's" : COLLEAGUE;
        return Stream.concat(named, keptBack.isEmpty() ? Stream.empty() : Stream.of(others)).collect(Collectors.joining(" en "));
    }
}
