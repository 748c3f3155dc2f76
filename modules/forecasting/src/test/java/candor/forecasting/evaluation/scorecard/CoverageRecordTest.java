// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.Wilson;
import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Coverage in parts of the period, at every horizon. */
class CoverageRecordTest {

    /** The first of the outcomes fall out, the others stay in. */
    private static CoverageRecord record(int horizon, int count, int outside) {
        List<BacktestRow> rows = new ArrayList<>();
        for (BacktestRow row : Rows.of(horizon, count, 0, 1, new SplittableRandom(21))) {
            rows.add(Rows.with(row, rows.size() < outside ? -0.2 : inside(rows.size()), 0, row.quantiles()));
        }
        HorizonScorecard card = Scorecards.of(rows, Rows.session(0), Rows.session(5000), Map.of())
                .getFirst();
        return Objects.requireNonNull(card.coverage90());
    }

    private static double inside(int t) {
        return t % 2 == 0 ? 0.01 : -0.01;
    }

    @Test
    void everyHorizonHasYearsAndLatestOutcomes() {
        for (int horizon : new int[] {1, 5, 21}) {
            CoverageRecord record = record(horizon, 1000, 130);
            assertThat(record.whole())
                    .isEqualTo(new CoverageShare(1000, Wilson.ofOverlapping(870, 1000, horizon, 0.95)));
            assertThat(record.byYear()).containsOnlyKeys("2020", "2021", "2022", "2023");
            assertThat(Objects.requireNonNull(record.byYear().get("2020"))
                            .coverage()
                            .value())
                    .isLessThan(0.6);
            assertThat(Objects.requireNonNull(record.byYear().get("2022"))
                            .coverage()
                            .value())
                    .isEqualTo(1);
            assertThat(Objects.requireNonNull(record.last250()).outcomes()).isEqualTo(250);
            assertThat(Objects.requireNonNull(record.last60()).coverage().value())
                    .isEqualTo(1);
            CoverageRecord.ByTercile terciles = Objects.requireNonNull(record.byVolatilityTercile());
            assertThat(terciles.low().outcomes()
                            + terciles.middle().outcomes()
                            + terciles.high().outcomes())
                    .isEqualTo(1000);
        }
    }

    @Test
    void theLatestOutcomesAreTheLatest() {
        CoverageRecord record = record(1, 300, 100);
        assertThat(Objects.requireNonNull(record.last250()).coverage().value()).isEqualTo(0.8);
        assertThat(Objects.requireNonNull(record(1, 60, 6).last60()).coverage().value())
                .isEqualTo(0.9);
        assertThat(record(1, 249, 0).last250()).isNull();
        assertThat(record(1, 59, 0).last60()).isNull();
        assertThat(record(1, 29, 0).byVolatilityTercile()).isNull();
    }

    /** The same share is beyond chance over one session and not over 21, where there are fewer independent outcomes. */
    @Test
    void overlapIsNoEvidence() {
        assertThat(record(1, 1000, 150).whole().isOff(0.9)).isTrue();
        assertThat(record(21, 1000, 150).whole().isOff(0.9)).isFalse();
        assertThat(record(1, 1000, 0).whole().isOff(0.9)).isTrue();
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> new CoverageShare(0, new Proportion(0, 0, 0))).hasMessage("outcomes below 1: 0");
        CoverageShare share = record(1, 60, 0).whole();
        assertThatThrownBy(() -> new CoverageRecord(1, share, null, null, new TreeMap<>(), null))
                .hasMessage("nominal coverage not in (0, 1): 1.0");
    }
}
