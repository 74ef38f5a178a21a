package nl.tweespoor.overview;

import java.util.Optional;
import nl.tweespoor.engine.DossierPath;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The models on which a dossier ran, for who may see that dossier. */
@RestController
class ModelController {

    private final DossierReading dossiers;
    private final DossierPath path;

    ModelController(DossierReading dossiers, DossierPath path) {
        this.dossiers = dossiers;
        this.path = path;
    }

    @GetMapping(path = "/dossiers/{number}/model/{process}/{version:[0-9]{1,9}}", produces = MediaType.APPLICATION_XML_VALUE)
    String model(@PathVariable String number, @PathVariable String process, @PathVariable int version) {
        return dossiers.read(number, Kind.DIAGRAM, process + " " + version, Action.READ,
                (dossier, reader) -> path.xml(dossier.number(), process, version));
    }
}
