package nl.tweespoor.overview;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.engine.Names;
import nl.tweespoor.reading.Reading;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Subject;
import nl.tweespoor.reading.ReadingLog;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Makes the page that tells who read a dossier. */
@Component
class ReadingsPages {

    static final int MOST = 200;

    /** Who answers for it, who checks it, and who can see all of the database anyway: what colleagues read is personal too. */
    private static final Set<String> READ_IT = Set.of(Group.BOARD.id(), Group.AUDITOR.id(), Groups.CAMUNDA_ADMIN);
    private static final List<String> COLUMNS = List.of("Datum en tijd", "Wie", "Rollen", "Wat", "Gegeven", "Vanaf");
    private static final Map<Action, String> ACTIONS = Map.of(Action.READ, "gelezen", Action.PRINT, "afgedrukt",
            Action.EXPORT, "meegenomen");

    private final ReadingLog log;
    private final Names names;
    private final People people;
    private final Reporters reporters;

    ReadingsPages(ReadingLog log, Names names, People people, Reporters reporters) {
        this.reporters = reporters;
        this.log = log;
        this.names = names;
        this.people = people;
    }

    static boolean areFor(Reader reader) {
        return !Collections.disjoint(READ_IT, reader.groups());
    }

    /** None when it isn't for this reader. */
    Optional<ReadingsPage> of(OpenDossier dossier, Reader reader) {
        if (!areFor(reader)) {
            return Optional.empty();
        }
        List<Reading> readings = log.of(dossier.number(), MOST);
        Function<Reading, ReadingsPage.Line> lines = lines(dossier.number(), readings, reader);
        return Optional.of(new ReadingsPage(dossier.number(), dossier.title(),
                readings.stream().map(lines).toList(),
                readings.size() < MOST ? 0 : log.count(dossier.number()) - MOST));
    }

    /** All of them, newest first, for a spreadsheet; none when that isn't for this reader. */
    Optional<List<List<String>>> table(OpenDossier dossier, Reader reader) {
        if (!areFor(reader)) {
            return Optional.empty();
        }
        List<Reading> readings = log.of(dossier.number(), Integer.MAX_VALUE);
        Function<Reading, ReadingsPage.Line> lines = lines(dossier.number(), readings, reader);
        return Optional.of(Stream.concat(Stream.of(COLUMNS), readings.stream().map(reading -> {
            ReadingsPage.Line line = lines.apply(reading);
            return List.of(CsvRows.moment(reading.at()), line.who(), line.isUnnamed() ? "" : Words.names(reading.roles()), line.what(),
                    line.refused() ? "nee" : "ja", line.source());
        })).toList());
    }

    /** A reporter who kept the name back has it in no list but that of who reads the ledger itself: the auditor and the administrator. */
    private Function<Reading, ReadingsPage.Line> lines(String number, List<Reading> readings, Reader reader) {
        Map<String, String> who = names.of(readings.stream().map(Reading::userId).toList(), people::nameOf);
        Set<String> unnamed = DossierExportController.proofIsFor(reader) ? Set.of() : reporters.keptBack(number);
        return reading -> unnamed.contains(reading.userId())
                ? ReadingsPage.Line.ofColleague(line(reading, who.get(reading.userId()))) : line(reading, who.get(reading.userId()));
    }

    static ReadingsPage.Line line(Reading reading, String name) {
        return new ReadingsPage.Line(Words.moment(reading.at()), name, Words.roleBeside(name, reading.roles()),
                what(reading.subject()) + " " + ACTIONS.get(reading.action()), reading.refused(), reading.source());
    }

    private static String what(Subject subject) {
        return switch (subject.kind()) {
            case DOSSIER -> subject.detail().isEmpty() ? "Dossier" : "Dossier als " + subject.detail();
            case DECISION -> "Besluit " + subject.detail();
            case DIAGRAM -> "Diagram " + subject.detail();
            case READING_LOG -> "Wie dit las";
            case REGISTER -> "Register";
        };
    }
}
