package candor.marketdata.vintage;

import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.List;
import java.util.Optional;

/** A store before whose first write somebody else is faster. */
final class Overtaken implements ObjectStore {

    private final ObjectStore store;
    private final Runnable other;
    private boolean overtaken;

    Overtaken(ObjectStore store, Runnable other) {
        this.store = store;
        this.other = other;
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return store.find(key);
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        if (!overtaken) {
            overtaken = true;
            other.run();
        }
        return store.putIfAbsent(key, bytes, mediaType);
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        return store.putIfMatch(key, bytes, mediaType, entityTag);
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }
}
