package nl.tweespoor.gate;

import java.util.Arrays;
import java.util.zip.CRC32C;
import nl.tweespoor.engine.DeployedResource;

/** A file by its name and content, to remember what was found in it. */
record FileKey(String name, byte[] content) {

    static FileKey of(DeployedResource file) {
        return new FileKey(file.name(), file.content());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileKey key && name.equals(key.name) && Arrays.equals(content, key.content);
    }

    /** The processor has an instruction for it; there are hundreds of files, and all are asked after at each deployment. */
    @Override
    public int hashCode() {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
    }
}
