package candor.statemachine;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a Distributed Map reads its items from and writes its results to: Amazon S3's part. Safe for several threads. */
public interface Buckets {

    /**
     * An object's metadata.
     *
     * @param etag as S3 gives it, without quotes
     */
    record Listed(String key, String etag, Instant lastModified, long size) {}

    /** The object's content, or empty where there is none. Throws an IOException that says why it cannot be read. */
    Optional<byte[]> read(String bucket, String key) throws IOException;

    /** The objects whose keys begin with the prefix, in ascending order of their keys. */
    List<Listed> list(String bucket, String prefix) throws IOException;

    void write(String bucket, String key, byte[] content) throws IOException;

    /** No bucket at all: every call says so. */
    static Buckets none() {
        return new Buckets() {
            @Override
            public Optional<byte[]> read(String bucket, String key) throws IOException {
                throw absent(bucket);
            }

            @Override
            public List<Listed> list(String bucket, String prefix) throws IOException {
                throw absent(bucket);
            }

            @Override
            public void write(String bucket, String key, byte[] content) throws IOException {
                throw absent(bucket);
            }

            private static IOException absent(String bucket) {
                return new IOException("there is no bucket '" + bucket + "': this runner was given none");
            }
        };
    }
}
