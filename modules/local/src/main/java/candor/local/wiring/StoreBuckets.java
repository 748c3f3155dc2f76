package candor.local.wiring;

import candor.statemachine.Buckets;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The object store as the one bucket that a state machine reads and writes. */
record StoreBuckets(String bucket, ObjectStore store) implements Buckets {

    /** So often is a replacement tried when others replace the same object. */
    private static final int MOST_TRIES = 10;

    private static final String MEDIA_TYPE = "application/json";

    @Override
    public Optional<byte[]> read(String name, String key) throws IOException {
        requireKnown(name);
        try {
            return store.find(key).map(StoredObject::bytes);
        } catch (StoreUnavailable | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Rejected: the store keeps neither dates nor sizes apart from the objects themselves. */
    @Override
    public List<Listed> list(String name, String prefix) throws IOException {
        throw new IOException(
                "objects cannot be listed as items here: the local store keeps no dates of them; write a list"
                        + " of the keys and read it with s3:getObject");
    }

    @Override
    public void write(String name, String key, byte[] content) throws IOException {
        requireKnown(name);
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                Optional<StoredObject> before = store.find(key);
                PutOutcome outcome = before.isEmpty()
                        ? store.putIfAbsent(key, content, MEDIA_TYPE)
                        : store.putIfMatch(
                                key, content, MEDIA_TYPE, before.get().entityTag());
                if (outcome instanceof PutOutcome.Stored) {
                    return;
                }
            }
        } catch (StoreUnavailable | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        throw new IOException("the object '" + key + "' is replaced by others all the time; try again");
    }

    private void requireKnown(String name) throws IOException {
        if (!name.equals(bucket)) {
            throw new IOException("there is no bucket '" + name + "' here; the store of this home is '" + bucket + "'");
        }
    }
}
