// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.PutOutcome.Stored;
import candor.store.port.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that knows what it has promised: what was stored when a write had returned, and the write under way. */
final class WatchedStore implements ObjectStore {

    /**
     * A write, and the disk before it.
     *
     * @param entityTag of the object that is replaced; null where there must be none
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes the bytes of a write
    record Put(
            String key,
            byte[] bytes,
            String mediaType,
            @Nullable String entityTag,
            SimulatedDisk before) {

        PutOutcome on(ObjectStore store) {
            return entityTag == null
                    ? store.putIfAbsent(key, bytes, mediaType)
                    : store.putIfMatch(key, bytes, mediaType, entityTag);
        }
    }

    private final ObjectStore store;
    private final Supplier<SimulatedDisk> disk;
    private final SortedMap<String, byte[]> promised;
    private final List<Put> puts = new ArrayList<>();
    private @Nullable Put current;

    /** @param promised what was stored before, by key */
    WatchedStore(ObjectStore store, SortedMap<String, byte[]> promised, Supplier<SimulatedDisk> disk) {
        this.store = store;
        this.promised = promised;
        this.disk = disk;
    }

    /** All writes so far. */
    List<Put> puts() {
        return puts;
    }

    /** What is under way; null between two writes. */
    @Nullable
    Put current() {
        return current;
    }

    /** What must be found whatever happens, by key. */
    SortedMap<String, byte[]> promised() {
        return new TreeMap<>(promised);
    }

    private PutOutcome done(Put put) {
        current = put;
        puts.add(put);
        PutOutcome outcome = put.on(store);
        if (outcome instanceof Stored) {
            promised.put(put.key(), put.bytes());
        }
        current = null;
        return outcome;
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return store.find(key);
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        return done(new Put(key, bytes, mediaType, null, disk.get()));
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        return done(new Put(key, bytes, mediaType, entityTag, disk.get()));
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }
}
