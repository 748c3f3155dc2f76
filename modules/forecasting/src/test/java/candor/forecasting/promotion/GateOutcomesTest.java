// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import candor.forecasting.candidate.Candidate.Kind;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On which outcomes the gate compares, and what it says of them. */
class GateOutcomesTest {

    private static final List<Double> NONE = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);

    /** Ridge knows a share of every outcome; all scales are right, but EWMA's and GARCH's by a factor. */
    private static List<BacktestRow> rows(int count, double knowledge) {
        SplittableRandom random = new SplittableRandom(21);
        List<BacktestRow> rows = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            double realised = 0.02 * random.nextGaussian();
            double ridge = knowledge * realised + 0.001 * random.nextGaussian();
            Forecasts forecasts = Forecasts.of(
                            candidate -> candidate.kind() == Kind.SCALE ? 0.02 : 0.001 * random.nextGaussian())
                    .with(Candidates.ZERO, 0)
                    .with(Candidates.EWMA, 0.021)
                    .with(Candidates.of("garch"), 0.022)
                    .with(Candidates.of("ridge"), ridge);
            rows.add(row(t, 1, realised, forecasts));
        }
        return rows;
    }

    private static BacktestRow row(int day, int horizon, double realised, Forecasts forecasts) {
        LocalDate origin = LocalDate.of(2010, 1, 4).plusDays(day);
        return new BacktestRow(origin, origin.plusDays(horizon), horizon, realised, forecasts, 0.02, NONE);
    }

    private static Challenge challenge(List<BacktestRow> rows, String key) {
        return challenge(rows, key, 1);
    }

    private static Challenge challenge(List<BacktestRow> rows, String key, int look) {
        return Gate.decide(rows, Map.of(1, Champion.of("zero", "logHarL")), ForecastSettings.standard(), look)
                .getFirst()
                .challenges()
                .stream()
                .filter(each -> each.challenger().mean().key().equals(key)
                        || each.challenger().scale().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoHundredAndFiftyOutcomesAreEnough() {
        assertThat(challenge(rows(250, 0), "ridge").outcomes()).isEqualTo(250);
    }

    @Test
    void theLossOfAMeanIsItsMeanSquaredError() {
        List<BacktestRow> rows = rows(400, 0.1);
        double ridge = 0;
        double zero = 0;
        for (BacktestRow row : rows) {
            double error = row.realised() - row.forecast(Candidates.of("ridge"));
            ridge += error * error / 400;
            zero += row.realised() * row.realised() / 400;
        }
        Challenge challenge = challenge(rows, "ridge");
        assertThat(challenge.loss()).isCloseTo(ridge, within(1e-15));
        assertThat(challenge.championLoss()).isCloseTo(zero, within(1e-15));
    }

    /** The charges 1/(k(k+1)) add up to 1 over all looks: the k-th is charged k(k+1)/2 times what the first is. */
    @Test
    void theChargesOfAllLooksAddUp() {
        List<BacktestRow> rows = rows(600, 0.2);
        double first = challenge(rows, "ridge").pAdjusted();
        for (int look = 2; look < 30; look++) {
            assertThat(challenge(rows, "ridge", look).pAdjusted())
                    .isCloseTo(first * look * (look + 1) / 2, withinPercentage(1e-9))
                    .isLessThan(1);
        }
    }

    /** A standing price favours whoever forecasts no variance: it says nothing of a scale, but of a mean it does. */
    @Test
    void standstillIsNoEvidenceOfAScale() {
        List<BacktestRow> rows = rows(400, 0);
        for (int t = 100; t < 110; t++) {
            rows.set(t, row(t, 1, 0, rows.get(t).candidates()));
        }
        assertThat(challenge(rows, "ridge").outcomes()).isEqualTo(400);
        assertThat(challenge(rows, "garch").outcomes()).isEqualTo(390);
    }

    @Test
    void onlyOriginsThatBothHaveAndThatAreKnownCount() {
        List<BacktestRow> rows = rows(400, 0);
        for (int t = 0; t < 30; t++) {
            rows.set(
                    t,
                    row(
                            t,
                            1,
                            rows.get(t).realised(),
                            rows.get(t).candidates().with(Candidates.of("garch"), Double.NaN)));
        }
        for (int t = 30; t < 37; t++) {
            rows.set(
                    t,
                    row(t, 1, rows.get(t).realised(), rows.get(t).candidates().with(Candidates.of("garch"), 0)));
        }
        rows.set(399, row(399, 1, Double.NaN, rows.get(399).candidates()));
        rows.add(row(400, 5, 0.1, rows.getFirst().candidates()));
        assertThat(challenge(rows, "ridge").outcomes()).isEqualTo(399);
        assertThat(challenge(rows, "garch").outcomes()).isEqualTo(399 - 37);
    }

    /** Intervals of different days would be compared otherwise: the calm days of one with the wild ones of the other. */
    @Test
    void intervalsAreComparedOnTheSameOrigins() {
        List<BacktestRow> rows = rows(1200, 0.6);
        for (int t = 700; t < 800; t++) {
            rows.set(
                    t,
                    row(
                            t,
                            1,
                            rows.get(t).realised(),
                            rows.get(t).candidates().with(Candidates.of("ridge"), Double.NaN)));
        }
        rows.set(1199, row(1199, 1, Double.NaN, rows.get(1199).candidates()));
        Challenge ridge = challenge(rows, "ridge");
        CalibrationTrial trial = ridge.calibration();
        assertThat(trial).isNotNull();
        int warmUp = ForecastSettings.standard().calibrationWarmUp();
        assertThat(trial.champion()).extracting(IntervalScore::outcomes).containsOnly(1200 - 101 - warmUp);
        assertThat(trial.challenger()).extracting(IntervalScore::outcomes).containsOnly(1200 - 101 - warmUp);
    }
}
