package candor.statemachine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One bucket in memory, under whatever name; a test can have it reject writes. */
final class MemoryBuckets implements Buckets {

    private final SortedMap<String, byte[]> objects = new TreeMap<>();
    private boolean full;

    synchronized MemoryBuckets put(String key, String content) {
        objects.put(key, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    synchronized String text(String key) {
        return new String(read("any", key).orElseThrow(), StandardCharsets.UTF_8);
    }

    synchronized List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    synchronized void refuseWrites(boolean refuse) {
        full = refuse;
    }

    @Override
    public synchronized Optional<byte[]> read(String bucket, String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public synchronized List<Listed> list(String bucket, String prefix) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> new Listed(object.getKey(), "tag", Instant.EPOCH, object.getValue().length))
                .toList();
    }

    @Override
    public synchronized void write(String bucket, String key, byte[] content) throws IOException {
        if (full) {
            throw new IOException("the disk is full");
        }
        objects.put(key, content);
    }
}
