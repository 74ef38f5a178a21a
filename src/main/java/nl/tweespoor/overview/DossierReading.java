package nl.tweespoor.overview;

import java.util.Optional;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import nl.tweespoor.reading.Reading.Subject;
import nl.tweespoor.reading.ReadingLog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The one way from a request to a dossier: it is opened for who may see it, and either way that is put in the log. */
@Component
class DossierReading {

    private final DossierDoor door;
    private final ReadingLog log;
    private final CurrentUser currentUser;

    DossierReading(DossierDoor door, ReadingLog log, CurrentUser currentUser) {
        this.door = door;
        this.log = log;
        this.currentUser = currentUser;
    }

    /** What is made of a dossier for who reads it; none when that isn't there. */
    interface Made<T> {
        Optional<T> of(OpenDossier dossier, Reader reader);
    }

    /** Nobody can tell a dossier that isn't theirs from one that isn't there, so a try at either is put in the log. */
    <T> T read(String number, Kind kind, String detail, Action action, Made<T> made) {
        Reader reader = new Reader(currentUser.id().orElseThrow(), currentUser.groups());
        Subject subject = new Subject(kind, detail, number);
        Optional<T> given = door.open(number, reader).flatMap(dossier -> made.of(dossier, reader));
        if (given.isPresent()) {
            log.gives(action, subject);
        } else if (Dossiers.isNumber(number)) {
            log.refuses(action, subject);
        }
        return given.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
