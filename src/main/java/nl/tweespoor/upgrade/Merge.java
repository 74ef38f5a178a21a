package nl.tweespoor.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.LiveFiles;

/**
 * Three sides, file by file: what the program brings, what was last taken of it, and what is live. Files are told apart by
 * the processes, tables and forms in them, since the organisation names its files as it likes.
 */
class Merge {

    private final Map<String, ShippedFile> before;
    private final Map<String, DeployedResource> liveById = new HashMap<>();
    private final List<ShippedFile> shipped = new ArrayList<>();
    private final List<DeployedResource> ofTheProgram = new ArrayList<>();
    private final Set<DeployedResource> ofTheOrganisation = new LinkedHashSet<>();
    private boolean changes;

    Merge(DeploymentGate gate, List<DeployedResource> brought, Map<String, ShippedFile> before, LiveFiles live) {
        this.before = before;
        Map<DeployedResource, Set<String>> ids = new LinkedHashMap<>();
        brought.forEach(file -> ids.put(file, gate.idsIn(file)));
        Set<String> ours = new TreeSet<>();
        ids.values().forEach(ours::addAll);
        List<DeployedResource> now = live.deployedWith(ours);
        Map<DeployedResource, Set<String>> idsNow = new LinkedHashMap<>();
        now.forEach(file -> idsNow.put(file, gate.idsIn(file)));
        idsNow.forEach((file, held) -> held.forEach(id -> liveById.putIfAbsent(id, file)));
        ids.forEach(this::choose);
        Set<String> present = new HashSet<>(ours);
        idsNow.forEach((file, held) -> {
            if (!held.isEmpty() && held.stream().noneMatch(present::contains) && !isDropped(file)) {
                present.addAll(held);
                ofTheOrganisation.add(file);
            }
        });
    }

    private void choose(DeployedResource file, Set<String> ids) {
        DeployedResource now = ids.stream().map(liveById::get).filter(one -> one != null).findFirst().orElse(null);
        byte[] taken = Stream.concat(Stream.of(file), Stream.ofNullable(now)).map(DeployedResource::baseName).filter(before::containsKey)
                .findFirst().map(name -> before.get(name).taken()).orElse(null);
        if (now == null || isSame(now, file.content()) || isSame(now, taken)) {
            changes |= now == null || !isSame(now, file.content());
            ofTheProgram.add(file);
            shipped.add(new ShippedFile(file.baseName(), file.content(), file.content()));
        } else {
            ofTheOrganisation.add(now);
            shipped.add(new ShippedFile(file.baseName(), file.content(), taken));
        }
    }

    /** The program has no such file any more, and nobody changed it here. */
    private boolean isDropped(DeployedResource file) {
        ShippedFile once = before.get(file.baseName());
        return once != null && isSame(file, once.taken());
    }

    private static boolean isSame(DeployedResource file, byte[] content) {
        return Arrays.equals(file.content(), content);
    }

    boolean changesWhatIsLive() {
        return changes;
    }

    boolean keepsOfTheOrganisation() {
        return !ofTheOrganisation.isEmpty();
    }

    /** Else there is nothing to go on with when the whole doesn't fit. */
    boolean somethingIsLive() {
        return !liveById.isEmpty();
    }

    /** Of two files with the same name a deployment holds only one, so that of the organisation gets another. */
    List<DeployedResource> whole() {
        Map<String, DeployedResource> whole = new LinkedHashMap<>();
        ofTheProgram.forEach(file -> whole.put(file.baseName(), file));
        for (DeployedResource file : ofTheOrganisation) {
            String name = file.baseName();
            while (whole.containsKey(name)) {
                name = "_" + name;
            }
            whole.put(name, new DeployedResource(name, file.content()));
        }
        return List.copyOf(whole.values());
    }

    List<ShippedFile> shipped() {
        return shipped;
    }

    /** For when the whole doesn't fit. */
    List<ShippedFile> shippedWithoutTakingAny() {
        return shipped.stream().map(file -> new ShippedFile(file.name(), file.offered(),
                before.containsKey(file.name()) ? before.get(file.name()).taken() : null)).toList();
    }
}
