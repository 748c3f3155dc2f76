package candor.store.checkpoint;

import candor.store.failure.CheckpointTooNew;
import candor.store.failure.CheckpointTooOld;
import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** checkpoint.json to bytes and back, with the three read errors told apart. */
public final class CheckpointCodec {

    private CheckpointCodec() {}

    public static byte[] write(Checkpoint checkpoint) {
        return Json.write(checkpoint);
    }

    /**
     * Reads a checkpoint.
     *
     * @param key where the bytes came from, for messages
     * @throws CorruptCheckpoint where the bytes are no checkpoint
     * @throws CheckpointTooOld where the format is older than this code reads
     * @throws CheckpointTooNew where the format is newer than this code
     */
    public static Checkpoint read(String key, byte[] bytes) {
        try {
            JsonNode tree = Json.readTree(bytes);
            if (!Checkpoint.FORMAT.equals(tree.path("format").stringValue(""))
                    || !tree.path("formatVersion").isInt()) {
                throw new CorruptCheckpoint(key + " is no checkpoint: its field 'format' is not '" + Checkpoint.FORMAT
                        + "' or 'formatVersion' is missing; run the stage again");
            }
            rejectOtherVersions(key, tree.path("formatVersion").intValue());
            return Json.convert(tree, Checkpoint.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CorruptCheckpoint(key + " cannot be read as a checkpoint; run the stage again", e);
        }
    }

    private static void rejectOtherVersions(String key, int version) {
        if (version < Checkpoint.OLDEST_READABLE) {
            throw new CheckpointTooOld(key + " has format version " + version + "; this Candor reads from version "
                    + Checkpoint.OLDEST_READABLE + " on: run the stage again");
        }
        if (version > Checkpoint.VERSION) {
            throw new CheckpointTooNew(key + " has format version " + version + "; this Candor reads up to version "
                    + Checkpoint.VERSION + ": update it");
        }
    }
}
