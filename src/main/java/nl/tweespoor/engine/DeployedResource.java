package nl.tweespoor.engine;

/** One file of a deployment, by the name that its author gave it. */
public record DeployedResource(String name, byte[] content) {

    public boolean endsWithAny(String... suffixes) {
        for (String suffix : suffixes) {
            if (name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /** Without folders: no two files of Tweespoor have the same. */
    public String baseName() {
        return baseName(name);
    }

    static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
