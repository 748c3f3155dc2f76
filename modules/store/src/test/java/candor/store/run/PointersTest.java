package candor.store.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.StoreUnavailable;
import candor.store.fixture.FaultyStore;
import candor.store.fixture.FaultyStore.Fault;
import candor.store.fixture.Golden;
import candor.store.fixture.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that change: run records and latest. */
final class PointersTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 24);
    private static final CheckpointRef ONE = new CheckpointRef("work/forecast/STX/one/checkpoint.json", "01");
    private static final CheckpointRef TWO = new CheckpointRef("work/forecast/STX/two/checkpoint.json", "02");

    private final MemoryStore store = new MemoryStore();

    @Test
    void latestIsWrittenAndReadAsReleased() {
        new Latest(store).advance(STX, FRIDAY, ONE);
        assertThat(store.bytes("latest/STX")).isEqualTo(Golden.bytes(2, "latest.json"));
        assertThat(new Latest(store).find(STX)).contains(new Latest.Pointer(Latest.SCHEMA, STX, FRIDAY, ONE));
    }

    /** Of the first release, without a digest. */
    @Test
    void firstFormsAreReadAndRaisedByTheNextWrite() {
        store.putIfAbsent("latest/STX", Golden.bytes("latest.json"), "application/json");
        store.putIfAbsent("runs/STX_2026-04-24_daily-1.json", Golden.bytes("run.json"), "application/json");

        assertThat(new Latest(store).find(STX)).contains(new Latest.Pointer(Latest.SCHEMA, STX, FRIDAY, ONE));
        RunRecords records = new RunRecords(store);
        assertThat(records.find("STX_2026-04-24_daily-1").orElseThrow().stages())
                .containsExactly(done("ingest", false), done("clean", true));

        records.note("STX_2026-04-24_daily-1", "daily-1", STX, FRIDAY, done("clean", true));
        new Latest(store).advance(STX, FRIDAY, ONE);
        assertThat(store.bytes("runs/STX_2026-04-24_daily-1.json")).isEqualTo(Golden.bytes(2, "run.json"));
    }

    @Test
    void runRecordIsWrittenAndReadAsReleased() {
        RunRecords records = new RunRecords(store);
        records.note("STX_2026-04-24_daily-1", "daily-1", STX, FRIDAY, done("ingest", false));
        records.note("STX_2026-04-24_daily-1", "daily-1", STX, FRIDAY, done("clean", true));

        byte[] golden = Golden.bytes(2, "run.json");
        assertThat(store.bytes("runs/STX_2026-04-24_daily-1.json")).isEqualTo(golden);
        assertThat(records.find("STX_2026-04-24_daily-1"))
                .contains(new RunRecord(
                        RunRecord.SCHEMA,
                        "STX_2026-04-24_daily-1",
                        "daily-1",
                        STX,
                        FRIDAY,
                        List.of(done("ingest", false), done("clean", true))));
    }

    @Test
    void latestNeverMovesBack() {
        Latest latest = new Latest(store);
        latest.advance(STX, FRIDAY, ONE);
        latest.advance(STX, FRIDAY.minusDays(1), TWO);
        assertThat(latest.find(STX).orElseThrow().forecast()).isEqualTo(ONE);
        latest.advance(STX, FRIDAY, TWO);
        assertThat(latest.find(STX).orElseThrow().forecast())
                .as("the same day again")
                .isEqualTo(TWO);
    }

    @Test
    void stageDoneAgainIsNotedOnce() {
        RunRecords records = new RunRecords(store);
        records.note("r", "e", STX, FRIDAY, done("ingest", false));
        records.note("r", "e", STX, FRIDAY, done("clean", false));
        records.note("r", "e", STX, FRIDAY, done("ingest", true));
        assertThat(records.find("r").orElseThrow().stages())
                .containsExactly(done("clean", false), done("ingest", true));
    }

    @Test
    void notesOfManyStagesAtOnceAreAllKept() throws Exception {
        RunRecords records = new RunRecords(store);
        List<Callable<String>> notes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String stage = "stage" + i;
            notes.add(() -> {
                records.note("r", "e", STX, FRIDAY, done(stage, false));
                return stage;
            });
        }
        List<String> noted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<String> note : threads.invokeAll(notes)) {
                noted.add(note.get());
            }
        }
        assertThat(records.find("r").orElseThrow().stages())
                .extracting(RunRecord.StageDone::stage)
                .containsExactlyInAnyOrderElementsOf(noted);
    }

    @Test
    void lostResponseIsMadeUpForByAskingAgain() {
        FaultyStore faulty = new FaultyStore(store).then(Fault.RESPONSE_LOST, "latest/STX");
        Latest latest = new Latest(faulty);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> latest.advance(STX, FRIDAY, ONE));
        latest.advance(STX, FRIDAY, ONE);
        assertThat(store.bytes("latest/STX")).isEqualTo(Golden.bytes(2, "latest.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "{\"schema\":", "{\"schema\":\"candor/latest/1\"}"})
    void whatCannotBeReadIsCorruptAndNamed(String text) {
        for (String key : List.of("latest/STX", "runs/r.json")) {
            store.damage(key, text.getBytes(UTF_8));
        }
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> new Latest(store).find(STX))
                .withMessageContaining("latest/STX")
                .withMessageContaining("./candor verify --repair");
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> new RunRecords(store).find("r"))
                .withMessageContaining("runs/r.json");
    }

    /** A damaged pointer stopped every run, although the run would have written it anyway. */
    @Test
    void nextRunWritesADamagedPointerAgainAndSaysSo() {
        store.damage("latest/STX", "{".getBytes(UTF_8));
        List<String> notices = new ArrayList<>();

        new Latest(store, notices::add).advance(STX, FRIDAY, ONE);

        assertThat(store.bytes("latest/STX")).isEqualTo(Golden.bytes(2, "latest.json"));
        assertThat(notices).singleElement().asString().startsWith("written again: latest/STX cannot be read");
    }

    /** A day that is filled in later must not be served because the pointer to the last day was lost. */
    @Test
    void damagedPointerDoesNotMoveBack() {
        new RunRecords(store).note("STX_2026-04-24_e", "e", STX, FRIDAY, done("forecast", false));
        for (String found : List.of("", "{")) {
            store.lose("latest/STX");
            if (!found.isEmpty()) {
                store.damage("latest/STX", found.getBytes(UTF_8));
            }
            new Latest(store).advance(STX, FRIDAY.minusDays(1), ONE);
            assertThat(new Latest(store).find(STX).orElseThrow().asOf()).isEqualTo(FRIDAY);
        }
    }

    @Test
    void everyTurnedBitOfAPointerOrRecordIsNoticed() {
        new Latest(store).advance(STX, FRIDAY, ONE);
        new RunRecords(store).note("r", "e", STX, FRIDAY, done("ingest", false));
        for (String key : List.of("latest/STX", "runs/r.json")) {
            byte[] right = store.bytes(key);
            for (int bit = 0; bit < right.length * 8; bit++) {
                byte[] wrong = right.clone();
                wrong[bit / 8] ^= (byte) (1 << bit % 8);
                store.damage(key, wrong);
                assertThatExceptionOfType(CorruptCheckpoint.class)
                        .as("%s, bit %d", key, bit)
                        .isThrownBy(() -> {
                            new Latest(store).find(STX);
                            new RunRecords(store).find("r");
                        })
                        .withMessageContaining(key);
            }
            store.damage(key, right);
        }
    }

    private static RunRecord.StageDone done(String stage, boolean reused) {
        return new RunRecord.StageDone(
                stage,
                new CheckpointRef("work/" + stage + "/STX/f/checkpoint.json", "ab"),
                reused,
                "done",
                Instant.parse("2026-04-24T22:30:00Z"),
                Instant.parse("2026-04-24T22:30:01.5Z"),
                new Host("25.0.1", "Linux", "amd64"));
    }
}
