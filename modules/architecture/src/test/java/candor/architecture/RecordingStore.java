package candor.architecture;

import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.List;
import java.util.Optional;

/**
 * A function's store that notes the rights it would need on S3. Who reads may find nothing, which S3 tells only those who
 * may list; and whose conditional write is refused looks whether it was its own.
 */
record RecordingStore(String function, Uses uses, ObjectStore store) implements ObjectStore {

    @Override
    public Optional<StoredObject> find(String key) {
        read(key);
        return store.find(key);
    }

    private void read(String key) {
        uses.add(function, "s3:GetObject " + Uses.folder(key));
        uses.add(function, "s3:ListBucket " + Uses.folder(key));
    }

    private void write(String key) {
        read(key);
        uses.add(function, "s3:PutObject " + Uses.folder(key));
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        write(key);
        return store.putIfAbsent(key, bytes, mediaType);
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        write(key);
        return store.putIfMatch(key, bytes, mediaType, entityTag);
    }

    @Override
    public List<String> list(String prefix) {
        uses.add(function, "s3:ListBucket " + Uses.folder(prefix));
        return store.list(prefix);
    }
}
