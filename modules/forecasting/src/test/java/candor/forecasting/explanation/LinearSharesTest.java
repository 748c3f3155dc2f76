package candor.forecasting.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.learning.LinearFit;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.volatility.LogHarRegressors;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearSharesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);

    private final RidgeCoefficients ridge = new RidgeCoefficients(
            List.of("a", "b", "c"),
            new LinearFit(List.of(1.0, 10.0, 0.0), List.of(2.0, 4.0, 1.0), List.of(0.25, -0.5, 0.0), 0.125),
            1000,
            99,
            DAY);

    @Test
    void ofTheRidgeAreItsTermsAndItsInterceptTheBase() {
        double[] row = {3, 18, 7};
        Explanation explanation = LinearShares.of(ridge, row);
        assertThat(explanation)
                .isEqualTo(new Explanation(
                        0.125,
                        List.of(
                                new Contribution("a", 3, 0.25),
                                new Contribution("b", 18, -1),
                                new Contribution("c", 7, 0))));
        assertThat(explanation.total()).isEqualTo(ridge.forecast(row));
    }

    @Test
    void ofLogHarAddUpToTheLogVariance() {
        LogHarCoefficients logHar = new LogHarCoefficients(
                List.of(-0.5, 0.1, 0.2, 0.6, 0.03, 0.04), List.of(-8.6, -8.5, -8.4, 0.2, 0.3), 1.25, 99, DAY);
        double[] regressors = {-7.9, -8.3, -8.8, 0, 0.7};
        Explanation explanation = LinearShares.ofLogVariance(logHar, regressors);
        assertThat(StrictMath.exp(explanation.total()))
                .isCloseTo(logHar.variance(regressors), within(1e-12 * logHar.variance(regressors)));
        assertThat(explanation.contributions().stream().map(Contribution::feature))
                .containsExactlyElementsOf(LogHarRegressors.NAMES);
        assertThat(explanation.contributions().get(2).contribution()).isCloseTo(-0.24, within(1e-12));
    }

    @Test
    void ofAnAverageAreTheMeanOfItsMembersByName() {
        Explanation one = new Explanation(1, List.of(new Contribution("a", 5, 2), new Contribution("b", 6, -4)));
        Explanation other = new Explanation(3, List.of(new Contribution("b", 6, 1), new Contribution("c", 7, 8)));
        assertThat(Explanation.average(List.of(one, other, Explanation.constant(8), Explanation.constant(0))))
                .isEqualTo(new Explanation(
                        3,
                        List.of(
                                new Contribution("a", 5, 0.5),
                                new Contribution("b", 6, -0.75),
                                new Contribution("c", 7, 2))));
    }

    @Test
    void whatIsNoNumberExplainsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearShares.of(ridge, new double[] {3, Double.NaN, 7}))
                .withMessageContaining("b: want finite numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> Explanation.constant(Double.NaN));
    }
}
