package candor.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.CheckpointRef;
import candor.store.fixture.MemoryStore;
import candor.store.run.Host;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Runs found by what a person says. */
class PastRunsTest {

    private static final Symbol SYMBOL = Symbol.of("STX");
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 24);

    private final MemoryStore store = new MemoryStore();

    private void ran(String execution, Instant start, StageName stage) {
        CheckpointRef checkpoint = new CheckpointRef("work/" + stage.key() + "/checkpoint.json", "0".repeat(64));
        new RunRecords(store)
                .note(
                        "STX_" + AS_OF + "_" + execution,
                        execution,
                        SYMBOL,
                        AS_OF,
                        new RunRecord.StageDone(
                                stage.key(), checkpoint, false, "done", start, start, new Host("25", "os", "arch")));
    }

    @Test
    void latestIsTheOneThatStartedLastWhateverItsName() {
        ran("z-9", Instant.parse("2026-04-25T08:00:00Z"), StageName.EVALUATE);
        ran("z-10", Instant.parse("2026-04-25T09:00:00Z"), StageName.EVALUATE);
        ran("z-11", Instant.parse("2026-04-25T10:00:00Z"), StageName.INGEST);

        assertThat(new PastRuns(store).findLatest(SYMBOL, StageName.EVALUATE))
                .map(RunRecord::execution)
                .contains("z-10");
        assertThat(new PastRuns(store).findLatest(Symbol.of("ST"), StageName.EVALUATE))
                .isEmpty();
    }

    @Test
    void isFoundByExecutionOrRunId() {
        ran("z-9", Instant.parse("2026-04-25T08:00:00Z"), StageName.EVALUATE);

        assertThat(new PastRuns(store).find("z-9")).isEqualTo(new PastRuns(store).find("STX_2026-04-24_z-9"));
        assertThat(new PastRuns(store).find("z-9")).isPresent();
        assertThat(new PastRuns(store).find("9")).isEmpty();
    }
}
