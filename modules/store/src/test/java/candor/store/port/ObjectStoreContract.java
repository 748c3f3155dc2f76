package candor.store.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import candor.store.port.PutOutcome.ConditionFailed;
import candor.store.port.PutOutcome.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ObjectStore} must do; a test of an adapter extends it. */
public abstract class ObjectStoreContract {

    private static final String TYPE = "application/octet-stream";
    private static final int WRITERS = 16;

    /** A store that holds nothing yet, of its own for each call. */
    protected abstract ObjectStore emptyStore() throws Exception;

    @Test
    void absentKeyIsEmpty() throws Exception {
        assertThat(emptyStore().find("work/train/STX/none")).isEmpty();
    }

    @Test
    void storedObjectIsFoundWithItsTag() throws Exception {
        ObjectStore store = emptyStore();
        String key = "work/train/^GSPC/a=b/model.json";
        String tag = stored(store, key, store.putIfAbsent(key, bytes("one"), "application/json"));

        StoredObject found = store.find(key).orElseThrow();
        assertThat(found.bytes()).isEqualTo(bytes("one"));
        assertThat(found.entityTag()).as("the same at each look").isEqualTo(tag);
    }

    @Test
    void presentObjectIsNotOverwritten() throws Exception {
        ObjectStore store = emptyStore();
        stored(store, "a", store.putIfAbsent("a", bytes("one"), TYPE));

        assertInstanceOf(ConditionFailed.class, store.putIfAbsent("a", bytes("two"), TYPE));
        assertInstanceOf(ConditionFailed.class, store.putIfAbsent("a", bytes("one"), TYPE));
        assertThat(store.find("a").orElseThrow().bytes()).isEqualTo(bytes("one"));
    }

    @Test
    void matchingTagReplaces() throws Exception {
        ObjectStore store = emptyStore();
        String first = stored(store, "champions/STX", store.putIfAbsent("champions/STX", bytes("one"), TYPE));
        String second = stored(store, "champions/STX", store.putIfMatch("champions/STX", bytes("two"), TYPE, first));

        assertThat(second).isNotEqualTo(first);
        StoredObject found = store.find("champions/STX").orElseThrow();
        assertThat(found.bytes()).isEqualTo(bytes("two"));
        assertThat(found.entityTag()).isEqualTo(second);
    }

    @Test
    void staleTagIsRefused() throws Exception {
        ObjectStore store = emptyStore();
        String first = stored(store, "latest/STX", store.putIfAbsent("latest/STX", bytes("one"), TYPE));
        stored(store, "latest/STX", store.putIfMatch("latest/STX", bytes("two"), TYPE, first));

        assertInstanceOf(ConditionFailed.class, store.putIfMatch("latest/STX", bytes("three"), TYPE, first));
        assertThat(store.find("latest/STX").orElseThrow().bytes()).isEqualTo(bytes("two"));
    }

    @Test
    void absentObjectMatchesNoTag() throws Exception {
        ObjectStore store = emptyStore();
        String tag = stored(store, "a", store.putIfAbsent("a", bytes("one"), TYPE));

        assertInstanceOf(ConditionFailed.class, store.putIfMatch("b", bytes("two"), TYPE, tag));
        assertThat(store.find("b")).isEmpty();
    }

    @Test
    void emptyObjectIsAnObject() throws Exception {
        ObjectStore store = emptyStore();
        stored(store, "empty", store.putIfAbsent("empty", new byte[0], TYPE));

        assertThat(store.find("empty").orElseThrow().bytes()).isEmpty();
        assertThat(store.list("")).containsExactly("empty");
    }

    @Test
    void nineMebibytesComeBackWhole() throws Exception {
        ObjectStore store = emptyStore();
        byte[] large = new byte[9 << 20];
        new SplittableRandom(20260424).nextBytes(large);
        stored(store, "large", store.putIfAbsent("large", large, TYPE));

        assertThat(store.find("large").orElseThrow().bytes()).isEqualTo(large);
    }

    @Test
    void listIsByPrefixInOrderOfBytes() throws Exception {
        ObjectStore store = emptyStore();
        for (String key : List.of("b/z", "a/b/c", "a/b1", "a/b-1", "a/B", "a/b/a/d", "a/^X", "ab")) {
            stored(store, key, store.putIfAbsent(key, bytes(key), TYPE));
        }

        assertThat(store.list("")).containsExactly("a/B", "a/^X", "a/b-1", "a/b/a/d", "a/b/c", "a/b1", "ab", "b/z");
        assertThat(store.list("a/b")).containsExactly("a/b-1", "a/b/a/d", "a/b/c", "a/b1");
        assertThat(store.list("a/b/")).containsExactly("a/b/a/d", "a/b/c");
        assertThat(store.list("a/b/c")).containsExactly("a/b/c");
        assertThat(store.list("c/")).isEmpty();
        assertThat(store.list("ab/c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/./b", "a b", "a\\b", "ä", "a\n", "~a", "a%2F"
            })
    void badKeysAreRefusedByName(String key) throws Exception {
        ObjectStore store = emptyStore();
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(key)).withMessageContaining("'" + key + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.putIfAbsent(key, new byte[0], TYPE))
                .withMessageContaining("'" + key + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.putIfMatch(key, new byte[0], TYPE, "tag"))
                .withMessageContaining("'" + key + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a//", "a b", "/a"})
    void badPrefixesAreRefusedByName(String prefix) throws Exception {
        ObjectStore store = emptyStore();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.list(prefix))
                .withMessageContaining("'" + prefix + "'");
    }

    @Test
    void ofManyFirstWritersOneWins() throws Exception {
        ObjectStore store = emptyStore();
        List<PutOutcome> outcomes = atOnce(writer -> () -> store.putIfAbsent("race", bytes("writer " + writer), TYPE));

        assertOneStored(outcomes);
        int winner = outcomes.indexOf(
                outcomes.stream().filter(Stored.class::isInstance).findFirst().orElseThrow());
        assertThat(store.find("race").orElseThrow().bytes()).isEqualTo(bytes("writer " + winner));
    }

    @Test
    void ofManyFirstWritersOfEqualBytesOneWins() throws Exception {
        ObjectStore store = emptyStore();
        assertOneStored(atOnce(_ -> () -> store.putIfAbsent("race", bytes("the same"), TYPE)));
    }

    @Test
    void ofManyReplacersOneWins() throws Exception {
        ObjectStore store = emptyStore();
        String tag = stored(store, "race", store.putIfAbsent("race", bytes("start"), TYPE));
        assertOneStored(atOnce(writer -> () -> store.putIfMatch("race", bytes("writer " + writer), TYPE, tag)));
    }

    @Test
    void noIncrementIsLost() throws Exception {
        ObjectStore store = emptyStore();
        stored(store, "counter", store.putIfAbsent("counter", bytes("0"), TYPE));
        atOnce(_ -> () -> increment(store));

        assertThat(store.find("counter").orElseThrow().bytes()).isEqualTo(bytes(Integer.toString(WRITERS)));
    }

    private static PutOutcome increment(ObjectStore store) {
        while (true) {
            StoredObject seen = store.find("counter").orElseThrow();
            int next = Integer.parseInt(new String(seen.bytes(), UTF_8)) + 1;
            PutOutcome outcome = store.putIfMatch("counter", bytes(Integer.toString(next)), TYPE, seen.entityTag());
            if (outcome instanceof Stored) {
                return outcome;
            }
        }
    }

    private static List<PutOutcome> atOnce(IntFunction<Callable<PutOutcome>> writes) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<PutOutcome>> pending = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Callable<PutOutcome> write = writes.apply(writer);
                pending.add(threads.submit(() -> {
                    start.await();
                    return write.call();
                }));
            }
            List<PutOutcome> outcomes = new ArrayList<>();
            for (Future<PutOutcome> outcome : pending) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private static void assertOneStored(List<PutOutcome> outcomes) {
        assertThat(outcomes).filteredOn(Stored.class::isInstance).hasSize(1);
    }

    /** The tag of what was written. */
    private static String stored(ObjectStore store, String key, PutOutcome outcome) {
        assertInstanceOf(Stored.class, outcome);
        return store.find(key).orElseThrow().entityTag();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
