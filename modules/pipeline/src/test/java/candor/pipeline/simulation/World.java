package candor.pipeline.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.fixture.MemoryLedger;
import candor.store.fixture.MemoryStore;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that outlives a process: objects and ledger. */
public record World(MemoryStore store, MemoryLedger ledger) {

    private static final String LEDGER = "the ledger";

    public static World empty() {
        return new World(new MemoryStore(), new MemoryLedger());
    }

    public World copy() {
        return new World(store.copy(), ledger.copy());
    }

    /**
     * The keys of objects that are not equal in both. That a stage was reused tells of a disturbance, and is the one
     * thing that may differ.
     */
    public SortedSet<String> differences(World other) {
        SortedSet<String> keys = new TreeSet<>(store.list(""));
        keys.addAll(other.store.list(""));
        keys.removeIf(key -> equal(key, other));
        if (!ledger.entries().equals(other.ledger.entries())) {
            keys.add(LEDGER);
        }
        return keys;
    }

    /** The keys of the other's objects that are not here. */
    public List<String> missing(World other) {
        return other.store.list("").stream()
                .filter(key -> store.find(key).isEmpty())
                .toList();
    }

    private boolean equal(String key, World other) {
        if (store.find(key).isEmpty() || other.store.find(key).isEmpty()) {
            return false;
        }
        byte[] mine = store.bytes(key);
        byte[] others = other.store.bytes(key);
        return Arrays.equals(mine, others)
                || (key.startsWith("runs/") && withoutReuse(mine).equals(withoutReuse(others)));
    }

    /** Nor may its digest, which covers that. */
    private static String withoutReuse(byte[] run) {
        return new String(run, UTF_8)
                .replaceAll("\"reused\": ?(true|false)", "")
                .replaceAll("\"sha256\": ?\"[0-9a-f]{64}\"(?=\\s*}\\s*$)", "");
    }
}
