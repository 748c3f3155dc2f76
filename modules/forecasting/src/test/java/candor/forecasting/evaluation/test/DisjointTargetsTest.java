// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisjointTargetsTest {

    @Test
    void eachSeriesTakesEveryHthOutcome() {
        assertThat(series(3, 7)).containsExactly(List.of(0, 3, 6), List.of(1, 4), List.of(2, 5));
        assertThat(series(2, 4)).containsExactly(List.of(0, 2), List.of(1, 3));
        assertThat(series(1, 3)).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void withFewerOutcomesThanSessionsEachIsASeries() {
        assertThat(series(21, 3)).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    private static List<List<Integer>> series(int horizon, int outcomes) {
        List<List<Integer>> series = new ArrayList<>();
        new DisjointTargets(horizon, outcomes).median(at -> {
            series.add(Arrays.stream(at).boxed().toList());
            return 0;
        });
        return series;
    }

    /** The first outcomes of the series are 0, 1, 2 ...; the median of an even number lies halfway. */
    @Test
    void theMedianIsThatOfTheSeries() {
        assertThat(new DisjointTargets(5, 50).median(at -> 10 - at[0])).isEqualTo(8);
        assertThat(new DisjointTargets(4, 50).median(at -> 10 - at[0])).isEqualTo(8.5);
        assertThat(new DisjointTargets(1, 50).median(at -> at.length)).isEqualTo(50);
    }

    @Test
    void thereIsNoMedianWhereOneSeriesHasNoFigure() {
        assertThat(new DisjointTargets(5, 50).median(at -> at[0] == 1 ? Double.NaN : 3))
                .isNaN();
    }

    @Test
    void valuesArePickedByTheirIndex() {
        assertThat(DisjointTargets.pick(new double[] {5, 6, 7}, new int[] {0, 2}))
                .containsExactly(5, 7);
        assertThat(DisjointTargets.pick(new boolean[] {false, true, true}, new int[] {0, 2}))
                .containsExactly(false, true);
    }
}
