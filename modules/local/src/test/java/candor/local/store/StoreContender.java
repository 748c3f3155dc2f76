package candor.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.port.PutOutcome.Stored;
import candor.store.port.StoredObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A process that competes for a folder store: first for keys that may be written once, then for a counter. Prints the keys
 * that it won.
 */
final class StoreContender {

    static final int KEYS = 60;
    static final int INCREMENTS = 60;
    private static final int SIZE = 100_000;
    private static final String TYPE = "text/plain";

    private StoreContender() {}

    /** @param arguments the store's folder, and the letter that this process writes */
    public static void main(String[] arguments) throws IOException {
        FolderObjectStore store = new FolderObjectStore(Path.of(arguments[0]));
        byte[] content = new byte[SIZE];
        Arrays.fill(content, (byte) arguments[1].charAt(0));
        SecondProcess.awaitStart();
        for (int i = 0; i < KEYS; i++) {
            String key = "race/" + i;
            if (store.putIfAbsent(key, content, TYPE) instanceof Stored) {
                System.out.println(key);
            }
            requireWhole(store.find(key).orElseThrow());
        }
        for (int i = 0; i < INCREMENTS; i++) {
            increment(store);
        }
    }

    private static void requireWhole(StoredObject object) {
        byte[] expected = new byte[SIZE];
        Arrays.fill(expected, object.bytes()[0]);
        if (!Arrays.equals(expected, object.bytes())) {
            throw new IllegalStateException("torn read of " + object.bytes().length + " bytes");
        }
    }

    private static void increment(FolderObjectStore store) {
        while (true) {
            StoredObject seen = store.find("counter").orElseThrow();
            int next = Integer.parseInt(new String(seen.bytes(), UTF_8)) + 1;
            byte[] bytes = Integer.toString(next).getBytes(UTF_8);
            if (store.putIfMatch("counter", bytes, TYPE, seen.entityTag()) instanceof Stored) {
                return;
            }
        }
    }
}
