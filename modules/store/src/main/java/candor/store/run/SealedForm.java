// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * The stored form of a document that changes: JSON with a {@link Seal}. What an earlier version stored under an earlier
 * schema has none, and can still be read.
 *
 * @param schema the document's own field
 * @param current the schema that is written, always with a seal
 * @param unsealed the schema of documents without one
 */
public record SealedForm<T>(Class<T> type, Function<T, String> schema, String current, String unsealed) {

    /** The document as it is stored. */
    public byte[] write(T document) {
        return Seal.on(Json.write(document));
    }

    /**
     * The document as it was stored.
     *
     * @param key where it lies, for the message
     * @throws CorruptCheckpoint where the seal does not fit, or the bytes are another document
     */
    public T read(String key, byte[] bytes) {
        try {
            Optional<byte[]> sealed = Seal.off(bytes);
            T document = Json.read(sealed.orElse(bytes), type);
            String wanted = sealed.isPresent() ? current : unsealed;
            if (!schema.apply(document).equals(wanted)) {
                throw new IllegalArgumentException("its schema is '" + schema.apply(document) + "', not " + wanted);
            }
            return document;
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(key, e);
        }
    }

    /** What is said of a document that changes and cannot be read. */
    public static CorruptCheckpoint damaged(String key, Exception reason) {
        String why = reason instanceof JacksonException ? "it is no such document" : reason.getMessage();
        return new CorruptCheckpoint(
                key + " cannot be read (" + why + "); ./candor verify --repair writes again what can be rebuilt",
                reason);
    }
}
