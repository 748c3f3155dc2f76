package candor.forecasting.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoMomentsTest {

    @Test
    void aPlaneIsFoundAgainThoughItLiesFarFromTheOrigin() {
        SplittableRandom random = new SplittableRandom(7);
        CoMoments moments = new CoMoments(2);
        for (int i = 0; i < 5000; i++) {
            double a = 1e6 + random.nextGaussian();
            double b = -3e4 + 1e-3 * random.nextGaussian();
            moments.add(new double[] {a, b}, 4 + 2 * a - 7 * b);
        }
        double[] found = LinearFit.of(moments, 0, "plane").coefficients();
        assertThat(found[1]).isEqualTo(2, within(1e-8));
        assertThat(found[2]).isEqualTo(-7, within(1e-4));
    }

    @Test
    void anInfinitePenaltyLeavesTheMean() {
        CoMoments moments = new CoMoments(1);
        for (int i = 0; i < 10; i++) {
            moments.add(new double[] {i}, i * i);
        }
        LinearFit fit = LinearFit.of(moments, 1e12, "ridge");
        assertThat(fit.at(new double[] {9})).isEqualTo(28.5, within(1e-6));
    }

    /** One regressor: w = &Sigma;zy/(n + penalty) with z standardised, by hand. */
    @Test
    void theRidgeWeightIsTheShrunkenSlope() {
        CoMoments moments = new CoMoments(1);
        moments.add(new double[] {1}, 1);
        moments.add(new double[] {3}, 2);
        LinearFit fit = LinearFit.of(moments, 2, "ridge");
        assertThat(fit.weights().getFirst()).isEqualTo(0.25, within(1e-15));
        assertThat(fit.at(new double[] {3})).isEqualTo(1.75, within(1e-15));
    }

    @Test
    void aConstantFeatureGetsNoWeightInARidge() {
        CoMoments moments = new CoMoments(2);
        for (int i = 0; i < 20; i++) {
            moments.add(new double[] {i, 0.1}, i);
        }
        assertThat(LinearFit.of(moments, 1, "ridge").weights().get(1)).isZero();
    }

    @Test
    void dependentRegressorsHaveNoLeastSquaresSolution() {
        CoMoments moments = new CoMoments(2);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            double x = random.nextGaussian();
            moments.add(new double[] {x, 3 * x + 1}, random.nextGaussian());
        }
        assertThatThrownBy(() -> LinearFit.of(moments, 0, "logHarL"))
                .isInstanceOf(FitDidNotConverge.class)
                .hasMessageContaining("logHarL")
                .hasMessageContaining("linearly dependent");
    }

    @Test
    void tooFewRowsAreNamed() {
        CoMoments moments = new CoMoments(3);
        moments.add(new double[] {1, 2, 3}, 4);
        assertThatThrownBy(() -> LinearFit.of(moments, 0, "logHarL"))
                .isInstanceOfSatisfying(
                        FitDidNotConverge.class,
                        failure -> assertThat(failure.candidate()).isEqualTo("logHarL"))
                .hasMessageContaining("1 rows for 3 regressors");
    }
}
