package candor.store.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.fixture.Golden;
import candor.store.fixture.MemoryStore;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PredecessorsTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 24);
    private static final CheckpointRef ONE = new CheckpointRef("work/train/STX/one/checkpoint.json", "01");
    private static final CheckpointRef TWO = new CheckpointRef("work/train/STX/two/checkpoint.json", "02");

    private final MemoryStore store = new MemoryStore();
    private final Predecessors predecessors = new Predecessors(store);

    @Test
    void isWrittenAndReadAsReleased() {
        predecessors.note("train", STX, "f00", FRIDAY, ONE);
        assertThat(store.bytes("predecessors/train/STX/f00")).isEqualTo(Golden.bytes(2, "predecessor.json"));
        assertThat(predecessors.find("train", STX, "f00")).contains(ONE);
    }

    @Test
    void earlierDaysDoNotTakeThePlaceOfLaterOnes() {
        predecessors.note("train", STX, "f00", FRIDAY, ONE);
        predecessors.note("train", STX, "f00", FRIDAY.minusDays(1), TWO);
        assertThat(predecessors.find("train", STX, "f00")).contains(ONE);
        predecessors.note("train", STX, "f00", FRIDAY, TWO);
        assertThat(predecessors.find("train", STX, "f00")).contains(TWO);
    }

    @Test
    void anotherWayOfWorkingHasItsOwn() {
        predecessors.note("train", STX, "f00", FRIDAY, ONE);
        assertThat(predecessors.find("train", STX, "f01")).isEmpty();
        assertThat(predecessors.find("evaluate", STX, "f00")).isEmpty();
    }

    /** It is a hint: damage costs time, and is gone after the next run. */
    @Test
    void aDamagedPointerIsNone() {
        store.putIfAbsent("predecessors/train/STX/f00", "{\"schema\"".getBytes(UTF_8), "application/json");
        assertThat(predecessors.find("train", STX, "f00")).isEmpty();
        predecessors.note("train", STX, "f00", FRIDAY, ONE);
        assertThat(predecessors.find("train", STX, "f00")).contains(ONE);
    }
}
