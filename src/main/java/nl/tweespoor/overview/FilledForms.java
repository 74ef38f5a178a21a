package nl.tweespoor.overview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.account.RoleHolder;
import nl.tweespoor.engine.Names;
import nl.tweespoor.form.FilledQuestion;
import nl.tweespoor.form.Form;
import nl.tweespoor.form.Forms;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.recording.GroundFiles;
import nl.tweespoor.recording.RecordedDossier.Filled;
import nl.tweespoor.team.Teams;
import org.springframework.stereotype.Component;

/** What people saw and answered on a form, in the version that it had then. */
@Component
class FilledForms {

    private static final int MOST_REMEMBERED = 1000;

    private final GroundFiles files;
    private final Teams teams;
    private final Names names;
    private final People people;
    private final Cache<Basis, Form> known = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    FilledForms(GroundFiles files, Teams teams, Names names, People people) {
        this.files = files;
        this.teams = teams;
        this.names = names;
        this.people = people;
    }

    /** Held against the ledger anew each time; none when that version is not there any more. */
    Optional<List<FilledQuestion>> of(Filled filled) {
        return filled.form().flatMap(files::content).map(Forms::of).map(form -> asked(form, filled));
    }

    /** The same for a page that tells of many forms: each version is read once. */
    List<FilledQuestion> remembered(Filled filled) {
        return filled.form().map(basis -> known.get(basis, unread -> files.content(unread).map(Forms::of).orElse(null)))
                .map(form -> asked(form, filled)).orElse(List.of());
    }

    private List<FilledQuestion> asked(Form form, Filled filled) {
        return form.filled(filled.values(), this::words);
    }

    /** Of a choice from data: a person or group that carries something, or a team. */
    private String words(String id) {
        return Group.of(RoleHolder.of(id).group()).isPresent() ? people.name(id) : names.of(id, teams::name);
    }
}
