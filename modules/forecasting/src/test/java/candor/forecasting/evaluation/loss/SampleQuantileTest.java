package candor.forecasting.evaluation.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SampleQuantileTest {

    @Test
    void isLinearBetweenTheOrderStatistics() {
        double[] sorted = {1, 3, 7, 15, 31};
        assertThat(SampleQuantile.of(sorted, 0)).isEqualTo(1);
        assertThat(SampleQuantile.of(sorted, 0.25)).isEqualTo(3);
        assertThat(SampleQuantile.of(sorted, 0.375)).isEqualTo(5);
        assertThat(SampleQuantile.of(sorted, 0.9375)).isEqualTo(27);
        assertThat(SampleQuantile.of(sorted, 1)).isEqualTo(31);
        assertThat(SampleQuantile.of(new double[] {4}, 0.3)).isEqualTo(4);
    }

    @Test
    void refusesNothingAndProbabilitiesOutside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleQuantile.of(new double[0], 0.5))
                .withMessage("quantile 0.5 of 0 values");
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SampleQuantile.of(new double[] {1}, bad))
                    .withMessage("quantile " + bad + " of 1 values");
        }
    }
}
