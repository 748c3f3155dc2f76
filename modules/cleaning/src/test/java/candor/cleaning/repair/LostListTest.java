// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.store.port.BarOrigin;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A provider that lists no dividend at all, while its adjusted closes account for some. */
class LostListTest {

    private static final int SEEDS = 100;
    private static final int SESSIONS = 1000;
    private static final int LATER = 5;

    private static List<RawBar> without(List<RawBar> rows) {
        return rows.stream().map(row -> row.withActions(0, 0, 0)).toList();
    }

    private static RepairResult answered(List<RawBar> rows) {
        Retrieval answer = Retrieval.ofProviders(
                Symbol.of("XYZ"),
                rows.stream().map(row -> row.withAdjustedClose(Double.NaN)).toList(),
                rows.stream()
                        .map(row -> new BarOrigin("yahoo", 1, row.adjustedClose()))
                        .toList());
        return Repairs.of(answer, answer.bars());
    }

    private static boolean stops(RepairResult result) {
        return result.doubts().stream().anyMatch(doubt -> doubt.then() == Doubt.Consequence.STOP);
    }

    @Test
    void itsDividendsAreListedOrTheRunStops() {
        int repaired = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<RawBar> right = new Series(seed, SESSIONS).rows;

            RepairResult result = answered(without(right));

            if (stops(result)) {
                assertThat(result.log()).as("seed %d", seed).isEmpty();
            } else {
                repaired++;
                for (int i = 0; i < right.size(); i++) {
                    double cash = right.get(i).dividend();
                    assertThat(result.rows().get(i).dividend())
                            .as("seed %d, %s", seed, right.get(i).session())
                            .isBetween(0.995 * cash, 1.005 * cash);
                }
            }
        }
        System.out.println("lists of dividends found again: " + repaired + " of " + SEEDS + ", a stop elsewhere");
        assertThat(repaired).isGreaterThan(SEEDS * 9 / 10);
    }

    @Test
    void adjustedClosesThatStepOnOtherDaysProveNothing() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Series series = new Series(seed, SESSIONS);
            double[] cash = series.cashes();
            double[] later = IntStream.range(0, SESSIONS)
                    .mapToDouble(i -> i < LATER ? 0 : cash[i - LATER])
                    .toArray();
            series.adjust(later);

            RepairResult result = answered(without(series.rows));

            assertThat(result.log()).as("seed %d", seed).isEmpty();
            assertThat(stops(result)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void whoPaysNothingIsLeftAlone() {
        Series series = new Series(1, SESSIONS);
        series.adjust(new double[SESSIONS]);

        RepairResult result = answered(without(series.rows));

        assertThat(result.log()).isEmpty();
        assertThat(result.doubts()).isEmpty();
    }

    /** Its adjusted closes are what it is forecast by. */
    @Test
    void aFileWithoutTheColumnIsLeftAlone() {
        RepairResult result = Repairs.of(without(new Series(1, SESSIONS).rows), true);

        assertThat(result.log()).isEmpty();
        assertThat(result.doubts()).isEmpty();
    }
}
