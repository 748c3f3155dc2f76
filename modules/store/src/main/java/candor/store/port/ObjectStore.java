package candor.store.port;

import java.util.List;
import java.util.Optional;

/**
 * Objects by key with S3's semantics: whole objects, read-after-write, conditional writes. Keys are relative paths of
 * {@code [A-Za-z0-9._^=-]} segments joined by {@code /}; anything else is an IllegalArgumentException.
 *
 * <p>Every method throws {@link candor.store.failure.StoreUnavailable} where the store does not answer. Safe for
 * several threads and, on one folder or bucket, for several processes.
 */
public interface ObjectStore {

    /** The object, or empty where there is none. */
    Optional<StoredObject> find(String key);

    /** Writes the object only if there is none under the key: of several writers at most one is answered Stored. */
    PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType);

    /** Replaces the object only if its entity tag is still the given one. */
    PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag);

    /** The keys that begin with the prefix, in ascending order of their UTF-8 bytes. */
    List<String> list(String prefix);
}
