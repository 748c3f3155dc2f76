// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.walkforward.Champion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sentences as a reader gets them. */
class ReasonTest {

    private static final Challenge RIDGE = mean("ridge", 0.00099, 0.04, 0.48, null);
    private static final Challenge EWMA = new Challenge(Champion.of("zero", "ewma"), 1, -7.75, -8, 2.5, 0.99, 1, null);

    @Test
    void withoutOutcomesNobodyIsJudged() {
        assertThat(Reason.of(new Decision.Retained(1, Champion.first(1), List.of()), 0, 1))
                .isEqualTo("retained: no challenger has 250 outcomes in common with the champion yet");
    }

    @Test
    void theClosestChallengerIsNamed() {
        Challenge farther = mean("mean", 0.00101, 0.9, 1, null);
        assertThat(retained(EWMA, farther, RIDGE))
                .isEqualTo(
                        "retained: no challenger is better beyond doubt; ridge regression comes closest, with a squared"
                                + " error 1.00 % lower than that of the random walk on 1,234 outcomes (one-sided DM p = 0.04;"
                                + " charged for 6 comparisons and look 3: p = 0.48)");
    }

    /** A QLIKE may be negative, so that its difference is no share of it. */
    @Test
    void aScaleIsComparedByTheDifferenceOfItsLoss() {
        assertThat(retained(EWMA))
                .isEqualTo(
                        "retained: no challenger is better beyond doubt; EWMA comes closest, with a QLIKE 0.2500 higher"
                                + " than that of HAR-P on 1 outcome (one-sided DM p = 0.99; charged for 6 comparisons and look"
                                + " 3: p = 1)");
    }

    /** Charged, most p-values are 1: the one before the charge decides then which is closest. */
    @Test
    void amongEqualChargedValuesTheSmallerOneBeforeTheChargeIsCloser() {
        Challenge nearer = mean("average", 0.00099, 0.3, 1, null);
        assertThat(retained(EWMA, nearer, mean("mean", 0.00099, 0.31, 1, null))).contains("the average of");
    }

    @Test
    void aLossOfCoverageIsTheReason() {
        assertThat(retained(mean("ridge", 0.00099, 0.00001, 0.001, trial(0.91, 0.82, 0.08, 0.07))))
                .isEqualTo(
                        "retained: ridge regression has a squared error 1.00 % lower than that of the random walk on 1,234"
                                + " outcomes (one-sided DM p < 0.0001; charged for 6 comparisons and look 3: p = 0.001), but its"
                                + " 90 % interval would have covered 82.0 % instead of 91.0 %");
    }

    @Test
    void aWorseScoreIsTheReason() {
        assertThat(retained(mean("ridge", 0.00099, 0.00001, 0.001, trial(0.91, 0.9, 0.08, 0.09))))
                .endsWith(", but its 90 % interval would have a score (times 100) of 9.000 instead of 8.000");
    }

    @Test
    void aPromotionSaysWhatTheIntervalsWouldHaveDone() {
        Challenge by = mean("ridge", 0.00099, 0.00001, 0.001, trial(0.91, 0.9, 0.08, 0.07));
        assertThat(Reason.of(new Decision.Promoted(1, Champion.first(1), by, List.of(by)), 6, 3))
                .isEqualTo(
                        "promoted: ridge regression takes the place of the random walk, with a squared error 1.00 % lower"
                                + " than that of the random walk on 1,234 outcomes (one-sided DM p < 0.0001; charged for 6"
                                + " comparisons and look 3: p = 0.001) and no loss of calibration: its 90 % interval would have"
                                + " covered 90.0 % instead of 91.0 %, with a score (times 100) of 7.000 instead of 8.000");
    }

    /** As of levels that leave 90 % out. */
    @Test
    void aPromotionWithoutThatIntervalSaysNothingOfIt() {
        List<IntervalScore> other = List.of(CalibrationLossTest.score(0.8, 1234, 0.8, 0.06));
        Challenge by = mean("ridge", 0.00099, 0.00001, 0.001, CalibrationTrial.of(other, other, 1));
        assertThat(Reason.of(new Decision.Promoted(1, Champion.first(1), by, List.of(by)), 6, 3))
                .endsWith("p = 0.001) and no loss of calibration");
    }

    private static String retained(Challenge... challenges) {
        return Reason.of(new Decision.Retained(1, Champion.first(1), List.of(challenges)), 6, 3);
    }

    private static Challenge mean(
            String key, double loss, double p, double pAdjusted, @Nullable CalibrationTrial trial) {
        return new Challenge(Champion.of(key, "harPOwn"), 1234, loss, 0.001, -1.75, p, pAdjusted, trial);
    }

    private static CalibrationTrial trial(double held, double tried, double heldScore, double triedScore) {
        return CalibrationTrial.of(
                List.of(
                        CalibrationLossTest.score(0.8, 1234, 0.8, 0.06),
                        CalibrationLossTest.score(0.9, 1234, held, heldScore)),
                List.of(
                        CalibrationLossTest.score(0.8, 1234, 0.8, 0.06),
                        CalibrationLossTest.score(0.9, 1234, tried, triedScore)),
                1);
    }
}
