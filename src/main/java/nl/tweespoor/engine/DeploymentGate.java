package nl.tweespoor.engine;

import java.util.Collection;
import java.util.Set;

/** Judges what a person puts live as a whole, before anything of it is stored. */
public interface DeploymentGate {

    /** The ids of the processes, tables and forms in a file; none when it holds none. */
    Set<String> idsIn(DeployedResource file);

    /** The ids of what these files need from their own deployment, and don't bring. */
    Set<String> idsNeededBy(Collection<DeployedResource> files);

    /**
     * @param whole what was sent, with what was live and belongs to it
     * @throws Refusal with all that is wrong
     */
    void check(Collection<DeployedResource> whole);
}
