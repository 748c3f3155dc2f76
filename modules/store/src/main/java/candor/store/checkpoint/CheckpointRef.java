package candor.store.checkpoint;

/**
 * What travels between states instead of data.
 *
 * @param key of the checkpoint.json
 * @param sha256 of its bytes, lower-case hexadecimal
 */
public record CheckpointRef(String key, String sha256) {}
