package candor.store.run;

import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Small documents that change: read, change, write only if nobody was faster, else once more. */
public final class Documents {

    private static final int ATTEMPTS = 50;

    private Documents() {}

    /**
     * Replaces the document under the key by what {@code change} makes of it.
     *
     * @param change from the present bytes, if any, to the wanted ones; may be called several times
     * @throws StoreUnavailable where others kept changing it
     */
    public static void update(ObjectStore store, String key, Function<Optional<byte[]>, byte[]> change) {
        update(store, key, "application/json", change);
    }

    /** The same for a document of another media type. */
    public static void update(
            ObjectStore store, String key, String mediaType, Function<Optional<byte[]>, byte[]> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StoredObject> present = store.find(key);
            byte[] wanted = change.apply(present.map(StoredObject::bytes));
            if (present.isPresent() && Arrays.equals(present.get().bytes(), wanted)) {
                return;
            }
            PutOutcome outcome = present.isPresent()
                    ? store.putIfMatch(key, wanted, mediaType, present.get().entityTag())
                    : store.putIfAbsent(key, wanted, mediaType);
            if (outcome instanceof PutOutcome.Stored) {
                return;
            }
        }
        throw new StoreUnavailable(key + " kept changing through " + ATTEMPTS + " attempts to update it; try again");
    }
}
