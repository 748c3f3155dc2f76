package candor.benchmarks.m6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.synthetic.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuintilesTest {

    private static final int ASSETS = 100;

    @Test
    void equalChancesScoreSixteenHundredths() {
        double[][] realised = Quintiles.realised(returns(1));
        assertThat(Quintiles.meanScore(Quintiles.equalChances(ASSETS), realised))
                .isEqualTo(0.16, within(1e-15));
    }

    @Test
    void foresightScoresNothingAndErrorAtMostFourFifths() {
        double[][] realised = Quintiles.realised(returns(2));
        assertThat(Quintiles.meanScore(realised, realised)).isZero();
        double[] lowest = {1, 0, 0, 0, 0};
        double[] highest = {0, 0, 0, 0, 1};
        assertThat(Quintiles.rankedProbabilityScore(lowest, highest)).isEqualTo(0.8, within(1e-15));
    }

    @Test
    void anyProbabilitiesScoreBetweenTheTwo() {
        RandomStream random = new RandomStream(3, 0);
        for (int n = 0; n < 200; n++) {
            double[] probabilities = new double[Quintiles.COUNT];
            double sum = 0;
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k] = random.uniform();
                sum += probabilities[k];
            }
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k] /= sum;
            }
            double[] realised = new double[Quintiles.COUNT];
            realised[n % Quintiles.COUNT] = 1;
            assertThat(Quintiles.rankedProbabilityScore(probabilities, realised))
                    .isBetween(0.0, 0.8);
        }
    }

    @Test
    void assetsWithOneReturnShareTheirPlaces() {
        // Ten assets, two to a quintile: the three equal ones hold the second, third and fourth place.
        double[][] shares = Quintiles.realised(new double[] {-1, 0, 0, 0, 1, 2, 3, 4, 5, 6});
        assertThat(shares[0]).containsExactly(1, 0, 0, 0, 0);
        for (int i = 1; i <= 3; i++) {
            assertThat(shares[i][0]).isEqualTo(1.0 / 3, within(1e-15));
            assertThat(shares[i][1]).isEqualTo(2.0 / 3, within(1e-15));
        }
        assertThat(shares[4]).containsExactly(0, 0, 1, 0, 0);
        for (double[] each : shares) {
            assertThat(Arrays.stream(each).sum()).isEqualTo(1, within(1e-15));
        }
    }

    private static double[] returns(long seed) {
        RandomStream random = new RandomStream(seed, 0);
        double[] returns = new double[ASSETS];
        for (int i = 0; i < ASSETS; i++) {
            returns[i] = random.gaussian();
        }
        return returns;
    }
}
