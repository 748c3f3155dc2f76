package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.store.failure.HaltedForManualCheck;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarSource;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The story: a file whose last row is empty, as Yahoo's exports end before the close is final, was forecast as of that
 * row's day from the bars of the day before. The forecast named targets one session late, and its ledger entry could never
 * be scored. A row without a close is pending; a last bar that cleaning sets aside stops the run.
 */
final class LastRowTest {

    private static final LocalDate LAST = LocalDate.of(2018, 12, 28);
    private static final LocalDate NEXT = LocalDate.of(2018, 12, 31);
    private static final Set<StageName> FIRST_TWO =
            Collections.unmodifiableSet(EnumSet.of(StageName.INGEST, StageName.CLEAN));

    @Test
    void emptyLastRowIsPendingAndNoOrigin() {
        RawBar empty = row(Double.NaN, Double.NaN);
        Map<StageName, StageResult> with = run(empty);
        Map<StageName, StageResult> without =
                // A source of the same kind as the other one: its class is a part of Ingest's code.
                new Pipeline(new MemoryStore(), request -> new SyntheticBars(LAST).retrieve(request))
                        .run("plain", null, null, FIRST_TWO);

        assertThat(clean(with).asOf()).isEqualTo(LAST);
        assertThat(clean(with).checkpoint())
                .as("the pending row leaves no trace")
                .isEqualTo(clean(without).checkpoint());
    }

    @Test
    void lastBarThatIsSetAsideStopsTheRun() {
        assertThatExceptionOfType(HaltedForManualCheck.class)
                .isThrownBy(() -> run(row(50, 40).withVolume(-1)))
                .withMessageContaining("the row of " + NEXT + " was set aside")
                .withMessageContaining("--as-of " + LAST);
    }

    private static StageResult clean(Map<StageName, StageResult> results) {
        return Objects.requireNonNull(results.get(StageName.CLEAN));
    }

    private static RawBar row(double low, double high) {
        double close = Double.isNaN(low) ? Double.NaN : 45;
        return new RawBar(99_999, NEXT, close, high, low, close, Double.NaN, 1000, 0, 0, 0);
    }

    private static Map<StageName, StageResult> run(RawBar appended) {
        BarSource plain = new SyntheticBars(LAST);
        BarSource source = request -> {
            Retrieval.Synthetic retrieval = (Retrieval.Synthetic) plain.retrieve(request);
            List<RawBar> bars = new ArrayList<>(retrieval.bars());
            bars.add(appended);
            List<Double> truth = new ArrayList<>(retrieval.truth());
            truth.add(0.01);
            return new Retrieval.Synthetic(bars, retrieval.provenance(), truth);
        };
        return new Pipeline(new MemoryStore(), source).run("appended", null, null, FIRST_TWO);
    }
}
