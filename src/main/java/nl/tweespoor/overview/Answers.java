package nl.tweespoor.overview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.form.FilledQuestion;
import nl.tweespoor.recording.RecordedDossier;
import nl.tweespoor.recording.RecordedDossier.Filled;
import nl.tweespoor.recording.RecordedDossier.TableAdvice;

/** What was answered in a dossier, as people saw it; of a step that came back the newest counts. */
class Answers {

    private final RecordedDossier dossier;
    private final FilledForms forms;

    Answers(RecordedDossier dossier, FilledForms forms) {
        this.dossier = dossier;
        this.forms = forms;
    }

    /** Of this step, newest first. */
    List<Filled> all(String element) {
        return dossier.filled().stream().filter(filled -> element.equals(filled.step().element())).toList();
    }

    Optional<Filled> newest(String element) {
        return all(element).stream().findFirst();
    }

    /** The form by which this process began; none when it began by something else. */
    Optional<Filled> beginning(String process) {
        return dossier.filled().stream().filter(filled -> filled.step().element() == null && process.equals(filled.step().process()))
                .findFirst();
    }

    /** Of all its questions, in the order of the form. */
    List<Fact> facts(Filled filled) {
        return factsBut(Set.of(), filled);
    }

    List<Fact> factsBut(Set<String> keys, Filled filled) {
        return forms.remembered(filled).stream().filter(asked -> !keys.contains(asked.key())).map(Answers::fact).toList();
    }

    /** Of these questions of the newest, as far as they were answered. */
    List<Fact> facts(String element, String... keys) {
        return newest(element).stream().flatMap(filled -> forms.remembered(filled).stream())
                .filter(asked -> Arrays.asList(keys).contains(asked.key())).map(Answers::fact).toList();
    }

    Optional<String> words(Filled filled, String key) {
        return forms.remembered(filled).stream().filter(asked -> asked.key().equals(key)).map(FilledQuestion::answer).findFirst();
    }

    Optional<String> words(String element, String key) {
        return newest(element).flatMap(filled -> words(filled, key));
    }

    /** What a table gave last, where this element asked it. */
    Optional<String> given(String element, String output) {
        return dossier.advice().stream().filter(advice -> element.equals(advice.step().element()))
                .max(Comparator.comparing(TableAdvice::sequence)).map(advice -> advice.outputs().get(output));
    }

    private static Fact fact(FilledQuestion asked) {
        return new Fact(asked.question(), asked.answer());
    }
}
