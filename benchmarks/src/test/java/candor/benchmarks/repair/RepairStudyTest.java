package candor.benchmarks.repair;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.RawBar;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RepairStudyTest {

    private static final long SEED = 700_000;

    @Test
    void noHistoryWithoutAFaultChanges() {
        CleanFigures all = LongStream.range(SEED, SEED + 150)
                .mapToObj(seed -> CleanFigures.of(Generated.of(seed)))
                .reduce(CleanFigures.NONE, CleanFigures::plus);

        assertThat(all.histories()).isEqualTo(150);
        assertThat(all.names()).isEmpty();
    }

    @Test
    void aSeedMakesTheSameHistoryEachTime() {
        assertThat(Generated.of(SEED)).isEqualTo(Generated.of(SEED)).isNotEqualTo(Generated.of(SEED + 1));
    }

    @Test
    void everyKindIsPlantedSomewhereAndIsAFault() {
        for (Fault fault : Fault.all()) {
            Draft draft = planted(fault);
            assertThat(draft.given())
                    .as(fault.kind())
                    .isNotEqualTo(draft.right())
                    .hasSameSizeAs(draft.right());
        }
    }

    @Test
    void whatIsLeftAsItWasGivenIsNotSeenAndWhatWasRightIsNoRepair() {
        List<RawBar> rows = Generated.of(SEED + 3).rows();

        assertThat(RepairVerdict.on(rows, rows, true)).isEqualTo(new RepairVerdict(RepairVerdict.Outcome.REPAIRED, 0));
    }

    private static Draft planted(Fault fault) {
        for (long seed = SEED; seed < SEED + 2000; seed++) {
            Draft draft = new Draft(Generated.of(seed));
            if (fault.planting().plant(draft, Third.MIDDLE, new Draw(seed))) {
                return draft;
            }
        }
        throw new AssertionError("no history has room for: " + fault.kind());
    }
}
