package candor.forecasting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final int DRAWS = 200_000;

    /** Values of a second implementation, in Python. */
    @Test
    void isSplitMix64() {
        assertThat(new RandomStream(1, 0).uniform()).isEqualTo(0.4327449275927212);
        assertThat(new RandomStream(1, 0).gaussian()).isCloseTo(-1.7004515586783435, within(1e-15));
    }

    @Test
    void uniformsFillTheUnitInterval() {
        RandomStream stream = new RandomStream(1, 0);
        int[] tenths = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            double u = stream.uniform();
            assertThat(u >= 0 && u < 1).isTrue();
            tenths[(int) (10 * u)]++;
        }
        for (int count : tenths) {
            assertThat(count).isCloseTo(DRAWS / 10, within(700));
        }
    }

    @Test
    void gaussiansHaveTheMomentsOfTheNormal() {
        RandomStream stream = new RandomStream(2, 0);
        double[] moments = new double[5];
        for (int i = 0; i < DRAWS; i++) {
            double z = stream.gaussian();
            for (int k = 1; k <= 4; k++) {
                moments[k] += StrictMath.pow(z, k) / DRAWS;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.015));
        assertThat(moments[3]).isCloseTo(0, within(0.04));
        assertThat(moments[4]).isCloseTo(3, within(0.1));
    }

    @Test
    void poissonCountsHaveTheirMeanAsVariance() {
        RandomStream stream = new RandomStream(3, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            int count = stream.poisson(0.5);
            sum += count;
            squares += (double) count * count;
        }
        double mean = sum / DRAWS;
        assertThat(mean).isCloseTo(0.5, within(0.01));
        assertThat(squares / DRAWS - mean * mean).isCloseTo(0.5, within(0.015));
    }

    @Test
    void streamsOfDaysAndSeedsDiffer() {
        double first = new RandomStream(1, 0).uniform();
        assertThat(new RandomStream(1, 0).uniform()).isEqualTo(first);
        assertThat(new RandomStream(1, 1).uniform()).isNotEqualTo(first);
        assertThat(new RandomStream(2, 0).uniform()).isNotEqualTo(first);
    }
}
