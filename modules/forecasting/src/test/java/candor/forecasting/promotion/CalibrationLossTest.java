// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationLossTest {

    /** By hand: of 400 outcomes the coverage of 90 % has the standard error sqrt(.9 x .1 / 400) = .015. */
    @Test
    void coverageIsLostBeyondTwoStandardErrors() {
        assertThat(lost(400, 1, 0.9, 0.929)).isFalse();
        assertThat(lost(400, 1, 0.9, 0.931)).isTrue();
        assertThat(lost(400, 1, 0.9, 0.871)).isFalse();
        assertThat(lost(400, 1, 0.9, 0.869)).isTrue();
    }

    /** Targets of 4 sessions overlap: 400 outcomes are worth 100, and the standard error is .03. */
    @Test
    void overlappingOutcomesCountForFewer() {
        assertThat(lost(400, 4, 0.9, 0.841)).isFalse();
        assertThat(lost(400, 4, 0.9, 0.839)).isTrue();
        // Fewer outcomes than one target is long are worth one: .3.
        assertThat(lost(3, 5, 0.9, 0.31)).isFalse();
        assertThat(lost(3, 5, 0.9, 0.29)).isTrue();
    }

    @Test
    void nothingIsLostWhereTheChampionLiesAsFarOff() {
        assertThat(lost(400, 1, 0.84, 0.85)).isFalse();
        assertThat(lost(400, 1, 0.96, 0.85)).isFalse();
        assertThat(lost(400, 1, 0.85, 0.85)).isFalse();
        assertThat(lost(400, 1, 0.86, 0.85)).isTrue();
    }

    /** Exact in binary: of 64 outcomes the coverage of one half has the standard error 1/16. */
    @Test
    void twoStandardErrorsAreStillChance() {
        assertThat(between(1, List.of(score(0.5, 64, 0.5, 1)), List.of(score(0.5, 64, 0.625, 1)))
                        .lost())
                .isFalse();
    }

    @Test
    void theScoreOfTheNinetyPerCentIntervalMustNotGrow() {
        List<IntervalScore> champion = List.of(score(0.8, 400, 0.8, 0.05), score(0.9, 400, 0.9, 0.08));
        CalibrationLoss grown = between(1, champion, List.of(score(0.8, 400, 0.8, 0.05), score(0.9, 400, 0.9, 0.081)));
        assertThat(grown).isEqualTo(new CalibrationLoss(0.9, 0.08, 0.081, CalibrationLoss.What.SCORE));
        assertThat(between(1, champion, champion).lost()).isFalse();
        assertThat(between(1, champion, List.of(score(0.8, 400, 0.8, 0.06), score(0.9, 400, 0.9, 0.079)))
                        .lost())
                .isFalse();
    }

    @Test
    void theFirstLevelThatLosesIsNamed() {
        List<IntervalScore> champion = List.of(score(0.8, 400, 0.8, 0.05), score(0.9, 400, 0.9, 0.08));
        List<IntervalScore> challenger = List.of(score(0.8, 400, 0.7, 0.05), score(0.9, 400, 0.7, 0.09));
        assertThat(between(1, champion, challenger))
                .isEqualTo(new CalibrationLoss(0.8, 0.8, 0.7, CalibrationLoss.What.COVERAGE));
    }

    @Test
    void documentsNameWhatIsLost() {
        assertThat(CalibrationLoss.What.values()).extracting(Object::toString).containsExactly("", "coverage", "score");
    }

    private static boolean lost(int outcomes, int horizon, double champion, double challenger) {
        return between(
                        horizon,
                        List.of(score(0.9, outcomes, champion, 0.08)),
                        List.of(score(0.9, outcomes, challenger, 0.08)))
                .lost();
    }

    private static CalibrationLoss between(int horizon, List<IntervalScore> champion, List<IntervalScore> challenger) {
        return CalibrationLoss.between(champion, challenger, horizon);
    }

    static IntervalScore score(double nominal, int outcomes, double coverage, double score) {
        return new IntervalScore(nominal, outcomes, coverage, score, 0.5, 0.5, 0.5, Collections.emptySortedMap(), null);
    }
}
