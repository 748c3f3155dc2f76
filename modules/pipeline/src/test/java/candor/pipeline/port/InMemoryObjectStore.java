package candor.pipeline.port;

import candor.pipeline.checkpoint.Digest;
import candor.pipeline.port.PutOutcome.ConditionFailed;
import candor.pipeline.port.PutOutcome.Stored;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A store for tests that are about something else. */
public final class InMemoryObjectStore implements ObjectStore {

    private final TreeMap<String, StoredObject> objects = new TreeMap<>();

    @Override
    public synchronized Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(ObjectKey.checked(key)));
    }

    @Override
    public synchronized PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        return objects.containsKey(ObjectKey.checked(key)) ? new ConditionFailed() : put(key, bytes);
    }

    @Override
    public synchronized PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        StoredObject present = objects.get(ObjectKey.checked(key));
        return present != null && present.entityTag().equals(entityTag) ? put(key, bytes) : new ConditionFailed();
    }

    @Override
    public synchronized List<String> list(String prefix) {
        ObjectKey.checkedPrefix(prefix);
        return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /** Writes whatever is there: what no adapter can do, for damage. */
    public synchronized void overwrite(String key, byte[] bytes) {
        put(ObjectKey.checked(key), bytes);
    }

    private PutOutcome put(String key, byte[] bytes) {
        String tag = Digest.of(bytes);
        objects.put(key, new StoredObject(bytes.clone(), tag));
        return new Stored(tag);
    }
}
