package candor.store.checkpoint;

/**
 * Something that a stage read.
 *
 * @param key in the object store, or a name in words for what came from outside it
 * @param sha256 of the bytes
 */
public record Input(String key, String sha256) {}
