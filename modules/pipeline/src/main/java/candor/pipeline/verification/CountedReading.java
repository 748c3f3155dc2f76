// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.List;
import java.util.Optional;

/** A store that counts what is read from it. */
final class CountedReading implements ObjectStore {

    private final ObjectStore store;
    private long objects;
    private long bytes;

    CountedReading(ObjectStore store) {
        this.store = store;
    }

    long objects() {
        return objects;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public Optional<StoredObject> find(String key) {
        Optional<StoredObject> found = store.find(key);
        found.ifPresent(object -> {
            objects++;
            bytes += object.bytes().length;
        });
        return found;
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] content, String mediaType) {
        return store.putIfAbsent(key, content, mediaType);
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] content, String mediaType, String entityTag) {
        return store.putIfMatch(key, content, mediaType, entityTag);
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }
}
