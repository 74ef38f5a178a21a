package nl.tweespoor.engine;

import java.util.List;

/** Says what is put live when Tweespoor starts, before anyone can do anything. */
public interface ModelsAtStart {

    /** @return a whole; none when all that is live stays as it is */
    List<DeployedResource> toPutLive(LiveFiles live);
}
