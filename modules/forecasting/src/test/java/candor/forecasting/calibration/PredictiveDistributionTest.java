package candor.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PredictiveDistributionTest {

    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95, 0.99);
    private static final List<Double> MULTIPLIERS = List.of(0.6, 1.2, 1.6, 2.0, 3.0);

    private static PredictiveDistribution distribution(double mean, double sigma) {
        return PredictiveDistribution.of(mean, sigma, LEVELS, MULTIPLIERS, Scores.of(List.of(0.5, 2.5, 3.0, 3.5, 5.0)));
    }

    @Test
    void nominalQuantilesAreTheIntervals() {
        PredictiveDistribution d = distribution(0.01, 0.02);
        assertThat(d.quantile(0.5)).isEqualTo(0.01);
        assertThat(d.quantile(0.95)).isEqualTo(0.01 + 1.6 * 0.02);
        assertThat(d.quantile(0.05)).isEqualTo(0.01 - 1.6 * 0.02);
        assertThat(d.quantile(0.005)).isEqualTo(0.01 - 3.0 * 0.02);
        assertThat(d.quantile(0.995)).isEqualTo(0.01 + 3.0 * 0.02);
    }

    @Test
    void betweenThemProbabilityIsLinear() {
        PredictiveDistribution d = distribution(0, 1);
        // 0.975 is the 95 % level, 0.995 the 99 % level; 0.99 lies three quarters of the way.
        assertThat(d.quantile(0.99)).isEqualTo(2.0 + 0.75, within(1e-12));
        // Two scores beyond 3: each carries half of the last half per cent.
        assertThat(d.quantile(0.9975)).isEqualTo(3.5, within(1e-12));
        assertThat(d.quantile(1)).isEqualTo(5.0);
    }

    @Test
    void lowerLevelsNeverReachFurther() {
        PredictiveDistribution d =
                PredictiveDistribution.of(0, 1, LEVELS, List.of(0.6, 1.9, 1.6, 2.0, 1.5), Scores.of(List.of()));
        assertThat(d.quantile(0.95)).isEqualTo(1.9);
        assertThat(d.quantile(0.995)).isEqualTo(2.0);
        assertThat(d.quantile(1)).isEqualTo(2.0);
    }

    @Test
    void cdfInvertsTheQuantiles() {
        PredictiveDistribution d = distribution(0.003, 0.02);
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 1000; i++) {
            double p = i / 1000.0;
            double q = d.quantile(p);
            assertThat(q).isGreaterThanOrEqualTo(before);
            assertThat(d.cdf(q)).isEqualTo(p, within(1e-9));
            before = q;
        }
        assertThat(d.cdf(-1)).isZero();
        assertThat(d.cdf(1)).isEqualTo(1);
    }

    @Test
    void theMeanMovesTheProbabilityOfARise() {
        assertThat(distribution(0, 0.02).probabilityUp()).isEqualTo(0.5);
        assertThat(distribution(0.006, 0.02).probabilityUp()).isEqualTo(0.625, within(1e-12));
    }

    /** Against E|X &minus; y| &minus; &frac12; E|X &minus; X'| on a fine grid of quantiles. */
    @Test
    void crpsIsTheEnergyForm() {
        PredictiveDistribution d = distribution(0.1, 1);
        int n = 4000;
        double[] draws = DoubleStream.iterate(0.5 / n, p -> p + 1.0 / n)
                .limit(n)
                .map(d::quantile)
                .toArray();
        double spread = 0;
        for (int i = 0; i < n; i++) {
            spread += draws[i] * (2.0 * i - n + 1) / n / n;
        }
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20; i++) {
            double y = 3 * random.nextGaussian();
            double distance =
                    DoubleStream.of(draws).map(x -> Math.abs(x - y)).average().orElseThrow();
            assertThat(d.crps(y)).isEqualTo(distance - spread, within(1e-5));
        }
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> distribution(0, 0)).hasMessageContaining("positive sigma");
        assertThatThrownBy(() -> distribution(Double.NaN, 1)).hasMessageContaining("finite mean");
        assertThatThrownBy(() -> distribution(0, 1).quantile(1.5)).hasMessageContaining("not a probability");
    }

    /** Four scores beyond the last multiplier, each of which carries a quarter of the last per cent. */
    @Test
    void beyondTheLastLevelTheScoresAreTheQuantiles() {
        PredictiveDistribution d =
                PredictiveDistribution.of(1, 2, LEVELS, MULTIPLIERS, Scores.of(List.of(4.0, 3.2, 1.0, 3.6, 3.4, 3.0)));
        assertThat(d.mean()).isEqualTo(1);
        assertThat(d.quantile(0.99625)).isEqualTo(1 + 2 * 3.2, within(1e-12));
        assertThat(d.quantile(0.9975)).isEqualTo(1 + 2 * 3.4, within(1e-12));
        assertThat(d.quantile(0.99875)).isEqualTo(1 + 2 * 3.6, within(1e-12));
        assertThat(d.quantile(1)).isEqualTo(9);
        assertThat(d.quantile(0.00125)).isEqualTo(1 - 2 * 3.6, within(1e-12));
        assertThat(d.quantile(0)).isEqualTo(-7);
    }

    @Test
    void withoutAScoreBeyondItTheLastLevelIsTheEnd() {
        PredictiveDistribution d = PredictiveDistribution.of(0, 1, LEVELS, MULTIPLIERS, Scores.of(List.of(3.0)));
        assertThat(d.quantile(0.995)).isEqualTo(3);
        assertThat(d.quantile(0.999)).isEqualTo(3);
        assertThat(d.quantile(0.001)).isEqualTo(-3);
        assertThat(d.cdf(3)).isEqualTo(1);
        assertThat(d.cdf(Math.nextDown(3.0))).isEqualTo(0.995, within(1e-12));
        assertThat(d.cdf(-3)).isEqualTo(0.005, within(1e-12));
        assertThat(d.cdf(Math.nextDown(-3.0))).isZero();
    }

    /** Two equal scores hold the last half per cent together: there the distribution function makes a step. */
    @Test
    void equalScoresAreAStep() {
        PredictiveDistribution d = PredictiveDistribution.of(0, 1, LEVELS, MULTIPLIERS, Scores.of(List.of(3.5, 3.5)));
        assertThat(d.cdf(3.5)).isEqualTo(1);
        assertThat(d.cdf(Math.nextDown(3.5))).isEqualTo(0.9975, within(1e-9));
        assertThat(d.cdf(-3.5)).isEqualTo(0.0025, within(1e-12));
        assertThat(d.crps(3.5)).isEqualTo(d.crps(-3.5), within(1e-12)).isPositive();
    }

    /** 2p - 1 of a level need not round to the level: what lies that near to a knot has the knot's value to the bit. */
    @Test
    void aProbabilityThatIsANominalOneButForRoundingHasItsQuantile() {
        PredictiveDistribution d = distribution(0.01, 0.02);
        assertThat(d.quantile(0.95 + 5e-13)).isEqualTo(d.quantile(0.95));
        assertThat(d.quantile(0.95 - 5e-13)).isEqualTo(d.quantile(0.95));
        assertThat(d.quantile(0.95 + 1e-9)).isGreaterThan(d.quantile(0.95));
        assertThat(d.quantile(1e-12)).isEqualTo(d.quantile(0));
    }

    @Test
    void refusesAnInfiniteSigma() {
        assertThatThrownBy(() -> distribution(0, Double.POSITIVE_INFINITY)).hasMessageContaining("positive sigma");
    }
}
