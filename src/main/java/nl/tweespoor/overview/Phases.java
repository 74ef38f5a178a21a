package nl.tweespoor.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DossierProgress.Run;

/** Where a dossier is on its tracks, in words, for who lists many. */
public final class Phases {

    /** The processes by which a dossier goes. */
    public static final List<String> TRACKS = List.of(ModelIds.INNOVATION, ModelIds.IMPLEMENTATION);

    private Phases() {
    }

    /**
     * @param at   ids of the elements where each track is, by its process
     * @param ends ids of the end events at which a track ended
     */
    public static String of(Map<String, Set<String>> at, Map<String, String> ends) {
        String here = Track.of(at.entrySet().stream().map(track -> new Run(track.getKey(), Instant.EPOCH, null, null, track.getValue(), Set.of()))
                .toList()).stream().flatMap(track -> track.phases().stream()).filter(Track.Phase::isHere).map(Track.Phase::name)
                .collect(Collectors.joining(", "));
        return here.isEmpty() ? end(at, ends) : here;
    }

    private static String end(Map<String, Set<String>> at, Map<String, String> ends) {
        return at.isEmpty() ? Optional.ofNullable(ends.get(ModelIds.IMPLEMENTATION)).or(() -> Optional.ofNullable(ends.get(ModelIds.INNOVATION)))
                .map(end -> Standing.ENDS.getOrDefault(end, "Afgesloten")).orElse("Afgesloten") : "Loopt";
    }
}
