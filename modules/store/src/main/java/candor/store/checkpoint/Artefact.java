package candor.store.checkpoint;

/**
 * A file that a stage made.
 *
 * @param key in the object store; its last segment is the file's name
 * @param sha256 of the bytes
 * @param bytes how many
 * @param mediaType as in {@code text/csv}
 */
public record Artefact(String key, String sha256, long bytes, String mediaType) {

    /** The file's name, as in {@code clean.csv}. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
