package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.table.HistoryTables;
import candor.store.failure.CorruptCheckpoint;
import candor.store.fixture.FaultyStore;
import candor.store.fixture.FaultyStore.Fault;
import candor.store.fixture.MemoryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stage reads and verifies each of its inputs once, at the first asking. */
final class InputArtefactsTest {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 28);

    private final FaultyStore store = new FaultyStore(new MemoryStore());

    private InputArtefacts cleaned() {
        Map<StageName, StageResult> results = new Pipeline(store, new SyntheticBars(DAY))
                .run("run", DAY, null, EnumSet.range(StageName.INGEST, StageName.CLEAN));
        Workshop workshop = new Workshop(store, Clock.fixed(Pipeline.NOW, ZoneOffset.UTC), Pipeline.HOST, notice -> {});
        return new InputArtefacts(workshop, Pipeline.request("run", DAY, null, results))
                .from(StageName.CLEAN, HistoryTables.BARS);
    }

    @Test
    void whatWasVerifiedIsNotReadAgain() {
        InputArtefacts inputs = cleaned();
        byte[] first = inputs.bytes(HistoryTables.BARS);
        store.then(Fault.DAMAGED, "/clean.csv");
        assertThat(inputs.bytes(HistoryTables.BARS)).isSameAs(first);
        assertThat(store.isDone()).isFalse();
    }

    @Test
    void whatIsDamagedAtTheFirstAskingIsRefused() {
        InputArtefacts inputs = cleaned();
        store.then(Fault.DAMAGED, "/clean.csv");
        assertThatThrownBy(() -> inputs.bytes(HistoryTables.BARS)).isInstanceOf(CorruptCheckpoint.class);
    }
}
