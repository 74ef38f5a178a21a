package nl.tweespoor.overview;

import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.recording.RecordedDossier;

/** A dossier that its reader may see: what the ledger tells of it, and where the engine says that it stands. */
record OpenDossier(String number, RecordedDossier recorded, Progress progress) {

    String title() {
        String title = progress.values().getOrDefault(ModelIds.TITLE, recorded.title());
        return title.isEmpty() ? "Zonder titel" : title;
    }
}
