package nl.tweespoor.engine;

import java.util.List;

/** Undoes a deployment that passed the gate and that the engine can read, and that only someone else puts live. */
class Proposed extends RuntimeException {

    private final transient Actor by;
    private final String name;
    private final transient List<DeployedResource> files;

    Proposed(Actor by, String name, List<DeployedResource> files) {
        super("This deployment waits for an approval");
        this.by = by;
        this.name = name;
        this.files = files;
    }

    Actor by() {
        return by;
    }

    String name() {
        return name;
    }

    List<DeployedResource> files() {
        return files;
    }
}
