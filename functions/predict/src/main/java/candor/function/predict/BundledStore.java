package candor.function.predict;

import candor.store.checkpoint.Digest;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the pipeline made of a synthetic stock, to be read before there is anything in the bucket. It bears no writing. */
final class BundledStore implements ObjectStore {

    /** The stock's. */
    static final String SYMBOL = "SYNTH";

    private static final String FILE = "priming.zip";

    private final SortedMap<String, byte[]> objects;

    private BundledStore(SortedMap<String, byte[]> objects) {
        this.objects = objects;
    }

    /** Reads the objects that the function's zip brings: an entry for each key. */
    static BundledStore load() {
        SortedMap<String, byte[]> objects = new TreeMap<>();
        try (InputStream file = BundledStore.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the function's zip lacks " + FILE);
            }
            ZipInputStream zip = new ZipInputStream(file);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                objects.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BundledStore(objects);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key)).map(bytes -> new StoredObject(bytes, () -> Digest.of(bytes)));
    }

    @Override
    public List<String> list(String prefix) {
        return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        throw new UnsupportedOperationException("nothing is written here: " + key);
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        throw new UnsupportedOperationException("nothing is written here: " + key);
    }
}
