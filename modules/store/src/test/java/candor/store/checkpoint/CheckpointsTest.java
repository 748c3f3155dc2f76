package candor.store.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.failure.CheckpointTooNew;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.StoreUnavailable;
import candor.store.fixture.FaultyStore;
import candor.store.fixture.FaultyStore.Fault;
import candor.store.fixture.MemoryStore;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointsTest {

    private final MemoryStore store = new MemoryStore();
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private final Checkpoints checkpoints = new Checkpoints(store, notices::add);

    @Test
    void whatIsWrittenIsReadTwiceAndTheSame() {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);

        assertThat(written.checkpoint()).isEqualTo(Samples.checkpoint());
        for (int pass = 0; pass < 2; pass++) {
            assertThat(checkpoints.get(written.ref())).isEqualTo(written.checkpoint());
            assertThat(find()).contains(written);
            Artefact model = written.checkpoint().getArtefact("model.json");
            assertThat(checkpoints.bytes(model)).isEqualTo("{}\n".getBytes(UTF_8));
            assertThat(checkpoints.write(written.checkpoint(), Samples.PRODUCTS))
                    .isEqualTo(written);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void checkpointIsTheLastObjectWritten() {
        FaultyStore faulty = new FaultyStore(store).then(Fault.THROTTLED, "checkpoint.json");
        Checkpoints cut = new Checkpoints(faulty, notices::add);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> cut.write(Samples.draft(), Samples.PRODUCTS));
        assertThat(store.list("work/"))
                .hasSize(Samples.PRODUCTS.size())
                .noneMatch(key -> key.endsWith("/checkpoint.json"));
        assertThat(find()).isEmpty();
        assertThat(cut.write(Samples.draft(), Samples.PRODUCTS).checkpoint()).isEqualTo(Samples.checkpoint());
        assertThat(notices).isEmpty();
    }

    @Test
    void missingIsCorrupt() {
        CheckpointRef ref = new CheckpointRef("work/train/STX/none/checkpoint.json", "00");
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> checkpoints.get(ref))
                .withMessageContaining(ref.key() + " is missing");
    }

    @Test
    void cutOrChangedOrOfAnotherDigestIsCorrupt() {
        CheckpointRef ref = checkpoints.write(Samples.draft(), Samples.PRODUCTS).ref();
        byte[] whole = store.bytes(ref.key());

        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> checkpoints.get(new CheckpointRef(ref.key(), "00")))
                .withMessageContaining("its digest is " + ref.sha256() + ", not 00");
        store.damage(ref.key(), Arrays.copyOf(whole, whole.length / 2));
        assertThatExceptionOfType(CorruptCheckpoint.class).isThrownBy(() -> checkpoints.get(ref));
        store.damage(
                ref.key(), new String(whole, UTF_8).replace("fitted", "fitter").getBytes(UTF_8));
        assertThatExceptionOfType(CorruptCheckpoint.class).isThrownBy(() -> checkpoints.get(ref));
    }

    @Test
    void newerFormatIsToldApartFromDamage() {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        byte[] newer = new String(store.bytes(written.ref().key()), UTF_8)
                .replace("\"formatVersion\": 1", "\"formatVersion\": 2")
                .getBytes(UTF_8);
        store.damage(written.ref().key(), newer);

        CheckpointRef ref = new CheckpointRef(written.ref().key(), Digest.of(newer));
        assertThatExceptionOfType(CheckpointTooNew.class).isThrownBy(() -> checkpoints.get(ref));
        assertThat(find()).isEmpty();
        assertThat(notices).singleElement().asString().contains("not reused").contains("format version 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "table.csv", "checkpoint.json"})
    void whatIsMissingIsReportedAndMadeAgain(String name) {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        store.lose(folderOf(written) + name);

        assertThat(find()).isEmpty();
        assertThat(notices).hasSize(name.equals("checkpoint.json") ? 0 : 1).allMatch(notice -> notice.contains(name));
        assertThat(checkpoints.write(Samples.draft(), Samples.PRODUCTS)).isEqualTo(written);
        assertThat(find()).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "table.csv", "checkpoint.json"})
    void whatIsDamagedIsReportedAndReplaced(String name) {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        String key = folderOf(written) + name;
        byte[] whole = store.bytes(key);
        store.damage(key, Arrays.copyOf(whole, whole.length - 2));

        assertThat(find()).isEmpty();
        assertThat(notices).singleElement().asString().contains("not reused").contains(key);
        assertThat(checkpoints.write(Samples.draft(), Samples.PRODUCTS)).isEqualTo(written);
        assertThat(notices).hasSize(2).last().asString().contains("replaced").contains(key);
        assertThat(find()).contains(written);
        assertThat(store.bytes(key)).isEqualTo(whole);
    }

    /** Nobody knows its digest when it is looked up by fingerprint: its own fields have to give the fingerprint. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-24, 2026-04-23",
        "c0de, c0df",
        "beef, beee",
        "penalty 10, penalty 11",
        "train, brain",
        "STX, WDC"
    })
    void checkpointWithChangedFieldsIsNotReused(String field, String changed) {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        String text = new String(store.bytes(written.ref().key()), UTF_8).replaceFirst(field, changed);
        store.damage(written.ref().key(), text.getBytes(UTF_8));

        assertThat(find()).isEmpty();
        assertThat(notices).singleElement().asString().contains("its fields do not give its fingerprint");
        assertThat(checkpoints.write(Samples.draft(), Samples.PRODUCTS)).isEqualTo(written);
    }

    /** Inputs of equal bytes lie under other keys when more was retrieved; references given out before stay good. */
    @Test
    void equalWorkOnInputsElsewhereKeepsTheFirstCheckpoint() {
        Referenced first = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        Referenced again = checkpoints.write(Samples.draft("work/clean/STX/cafe/clean.csv"), Samples.PRODUCTS);

        assertThat(again).isEqualTo(first);
        assertThat(checkpoints.get(first.ref())).isEqualTo(first.checkpoint());
        assertThat(notices).isEmpty();
    }

    /** Its fingerprint says the same work, but the files beside it are others: it describes nothing that is there. */
    @Test
    void aCheckpointOfOtherArtefactsIsReplaced() {
        Referenced first = checkpoints.write(
                Samples.draft(),
                List.of(Samples.PRODUCTS.getFirst(), Product.of("table.csv", "other".getBytes(UTF_8))));

        Referenced second = checkpoints.write(Samples.draft(), Samples.PRODUCTS);

        assertThat(second.checkpoint()).isEqualTo(Samples.checkpoint()).isNotEqualTo(first.checkpoint());
        assertThat(find()).contains(second);
        assertThat(notices).hasSize(2).allMatch(notice -> notice.startsWith("replaced: "));
    }

    /** Between the look at what is damaged and its replacement, another writer puts something else there. */
    @Test
    void aReplacementThatIsOvertakenIsTriedAgain() {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        String key = folderOf(written) + "table.csv";
        store.damage(key, new byte[] {1});
        OvertakenStore overtaken = new OvertakenStore(1);

        assertThat(new Checkpoints(overtaken, notices::add).write(Samples.draft(), Samples.PRODUCTS))
                .isEqualTo(written);
        assertThat(store.bytes(key)).isEqualTo("date,x\n".getBytes(UTF_8));
        assertThat(overtaken.tries).isEqualTo(2);
        assertThat(notices).hasSize(2).allMatch(notice -> notice.startsWith("replaced: " + key));
    }

    @Test
    void whatKeepsChangingIsGivenUpAfterFiveAttempts() {
        store.damage("work/train/STX/" + Samples.draft().fingerprint() + "/model.json", new byte[] {1});
        OvertakenStore overtaken = new OvertakenStore(Integer.MAX_VALUE);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new Checkpoints(overtaken, notices::add).write(Samples.draft(), Samples.PRODUCTS))
                .withMessageContaining("model.json keeps changing under 5 attempts");
        assertThat(overtaken.tries).isEqualTo(5);
    }

    /** The store, in which another writer is faster: so many times, just before a replacement. */
    private final class OvertakenStore implements ObjectStore {

        private final int times;
        private int tries;

        OvertakenStore(int times) {
            this.times = times;
        }

        @Override
        public Optional<StoredObject> find(String key) {
            return store.find(key);
        }

        @Override
        public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
            return store.putIfAbsent(key, bytes, mediaType);
        }

        @Override
        public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
            tries++;
            if (tries <= times) {
                store.damage(key, ("another writer's " + tries).getBytes(UTF_8));
            }
            return store.putIfMatch(key, bytes, mediaType, entityTag);
        }

        @Override
        public List<String> list(String prefix) {
            return store.list(prefix);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "table.csv", "checkpoint.json"})
    void lostResponseDoesNoHarm(String name) {
        FaultyStore faulty = new FaultyStore(store).then(Fault.RESPONSE_LOST, name);
        Checkpoints retried = new Checkpoints(faulty, notices::add);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> retried.write(Samples.draft(), Samples.PRODUCTS));
        Referenced second = retried.write(Samples.draft(), Samples.PRODUCTS);
        assertThat(second.checkpoint()).isEqualTo(Samples.checkpoint());
        assertThat(find()).contains(second);
        assertThat(faulty.isDone()).isTrue();
        assertThat(notices).isEmpty();
    }

    @Test
    void bytesDamagedOnTheWayAreNotTakenForTheArtefact() {
        Referenced written = checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        Checkpoints reader = new Checkpoints(new FaultyStore(store).then(Fault.DAMAGED, "table.csv"), notices::add);
        Artefact table = written.checkpoint().getArtefact("table.csv");

        assertThatExceptionOfType(CorruptCheckpoint.class).isThrownBy(() -> reader.bytes(table));
        assertThat(reader.bytes(table)).isEqualTo(store.bytes(table.key()));
    }

    @Test
    void ofManyWritersAtOnceAllAnswerTheSame() throws Exception {
        int writers = 8;
        CyclicBarrier start = new CyclicBarrier(writers);
        Callable<Referenced> write = () -> {
            start.await();
            return checkpoints.write(Samples.draft(), Samples.PRODUCTS);
        };
        Set<Referenced> answers = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (Future<Referenced> answer : threads.invokeAll(Collections.nCopies(writers, write))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(find()).isEqualTo(answers.stream().findFirst());
        assertThat(notices).isEmpty();
    }

    private Optional<Referenced> find() {
        return checkpoints.findUsable("train", Samples.STX, Samples.draft().fingerprint());
    }

    private static String folderOf(Referenced written) {
        return written.ref().key().substring(0, written.ref().key().lastIndexOf('/') + 1);
    }
}
