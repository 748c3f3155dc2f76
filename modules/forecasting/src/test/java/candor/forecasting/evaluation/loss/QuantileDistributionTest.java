package candor.forecasting.evaluation.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.walkforward.BacktestRow;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class QuantileDistributionTest {

    private static final List<Double> P = BacktestRow.PROBABILITIES;

    @Test
    void passesThroughItsQuantilesAndIsLinearBetween() {
        List<Double> q = List.of(-9.0, -6.0, -4.0, -3.0, -1.0, 0.0, 1.0, 3.0, 4.0, 6.0, 9.0);
        QuantileDistribution distribution = QuantileDistribution.of(P, q);
        for (int i = 0; i < P.size(); i++) {
            assertThat(distribution.cdf(q.get(i))).isCloseTo(P.get(i), within(1e-15));
        }
        assertThat(distribution.cdf(2)).isCloseTo(0.825, within(1e-15));
        // As far below the lowest as the second is above it, the tail has fallen once more by the same factor of five.
        assertThat(distribution.cdf(-12)).isCloseTo(0.001, within(1e-15));
        assertThat(distribution.cdf(12)).isCloseTo(0.999, within(1e-15));
    }

    @Test
    void crpsIsTheIntegralOfItsDefinition() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20; i++) {
            QuantileDistribution distribution = QuantileDistribution.of(P, rising(random));
            double y = random.nextDouble(-15, 15);
            double step = 1e-3;
            double integral = 0;
            for (double x = -150 + step / 2; x < 150; x += step) {
                double above = distribution.cdf(x) - (x >= y ? 1 : 0);
                integral += above * above * step;
            }
            assertThat(distribution.crps(y)).isCloseTo(integral, within(2e-3)).isPositive();
        }
    }

    @Test
    void crpsFavoursTheDistributionThatTheOutcomesCameFrom() {
        NormalDistribution normal = new NormalDistribution();
        List<Double> genuine =
                P.stream().map(normal::inverseCumulativeProbability).toList();
        double honest = expected(genuine);
        for (double factor : new double[] {0.5, 0.8, 1.25, 2}) {
            assertThat(expected(genuine.stream().map(q -> q * factor).toList())).isGreaterThan(honest);
        }
        assertThat(expected(genuine.stream().map(q -> q + 0.5).toList())).isGreaterThan(honest);
        // The normal's own expected score is 1/sqrt(pi); eleven quantiles come near it.
        assertThat(honest).isCloseTo(1 / Math.sqrt(Math.PI), within(5e-3));
    }

    private static double expected(List<Double> quantiles) {
        QuantileDistribution distribution = QuantileDistribution.of(P, quantiles);
        NormalDistribution normal = new NormalDistribution();
        double sum = 0;
        int n = 2000;
        for (int i = 0; i < n; i++) {
            sum += distribution.crps(normal.inverseCumulativeProbability((i + 0.5) / n));
        }
        return sum / n;
    }

    @Test
    void theTransformRisesWithinZeroAndOne() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 50; i++) {
            QuantileDistribution distribution = QuantileDistribution.of(P, rising(random));
            double before = 0;
            for (double x = -40; x <= 40; x += 0.25) {
                double p = distribution.cdf(x);
                assertThat(p).isBetween(before, 1.0);
                before = p;
            }
        }
    }

    @Test
    void equalQuantilesAreAStep() {
        List<Double> q = List.of(-1.0, -1.0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0);
        QuantileDistribution distribution = QuantileDistribution.of(P, q);
        assertThat(distribution.cdf(-1.0)).isEqualTo(0.05);
        assertThat(distribution.cdf(-1.1)).isZero();
        assertThat(distribution.cdf(0.0)).isEqualTo(0.9);
        assertThat(distribution.cdf(1.0)).isEqualTo(0.995);
        assertThat(distribution.crps(2)).isFinite().isPositive();
        assertThat(distribution.crps(0)).isFinite().isPositive();
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> QuantileDistribution.of(List.of(0.1, 0.9), List.of(1.0, 0.0)))
                .hasMessageContaining("quantiles fall");
        assertThatThrownBy(() -> QuantileDistribution.of(List.of(0.9, 0.1), List.of(0.0, 1.0)))
                .hasMessageContaining("do not rise");
        assertThatThrownBy(() -> QuantileDistribution.of(List.of(0.1, 0.9), List.of(0.0, Double.NaN)))
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> QuantileDistribution.of(List.of(0.1), List.of(0.0)))
                .hasMessage("1 probabilities for 1 quantiles");
    }

    private static List<Double> rising(SplittableRandom random) {
        return random.doubles(P.size(), -10, 10).sorted().boxed().toList();
    }

    /**
     * Quartiles -1 and 1, by hand: each tail has the mass 1/4 and the scale 2/ln 3, hence 1/16 / ln 3; on each side of 0 the
     * square of a line from 1/4 to 1/2 has the integral 7/48.
     */
    @Test
    void crpsOfTwoQuartilesByHand() {
        QuantileDistribution distribution = QuantileDistribution.of(List.of(0.25, 0.75), List.of(-1.0, 1.0));
        double tail = 1 / (16 * StrictMath.log(3));
        assertThat(distribution.crps(0)).isCloseTo(2 * tail + 7.0 / 24, within(1e-15));
        // At a quartile the whole middle lies on one side: the square of a line from 1/4 to 3/4 over 2, 13/24.
        assertThat(distribution.crps(1)).isCloseTo(2 * tail + 13.0 / 24, within(1e-15));
        assertThat(distribution.crps(-1)).isCloseTo(2 * tail + 13.0 / 24, within(1e-15));
    }

    @Test
    void refusesProbabilitiesAtTheEndsAndEqualOnes() {
        for (List<Double> bad : List.of(List.of(0.0, 0.5), List.of(0.5, 1.0), List.of(0.5, 0.5))) {
            assertThatThrownBy(() -> QuantileDistribution.of(bad, List.of(0.0, 1.0)))
                    .hasMessage("probabilities do not rise within (0, 1): " + bad);
        }
    }
}
