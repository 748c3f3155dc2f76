package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** From statsmodels 0.15.0, proportion_confint(method="wilson"). */
    @ParameterizedTest
    @CsvSource({
        "1794, 3569, 0.95, 0.48626418765929846, 0.5190537085359254",
        "1794, 3569, 0.90, 0.48889868939215353, 0.5164208980623112",
        "1879, 3569, 0.95, 0.5100775237710024, 0.5428215489078018",
        "1879, 3569, 0.90, 0.5127159435200944, 0.5401999527374745",
        "0, 20, 0.95, 0, 0.1611251580528194",
        "0, 20, 0.90, 0, 0.11915783736096455",
        "20, 20, 0.95, 0.8388748419471804, 1",
        "20, 20, 0.90, 0.8808421626390355, 1",
        "7, 20, 0.95, 0.18119182410108203, 0.5671457233147638",
        "7, 20, 0.90, 0.202260040056761, 0.5334873111515284"
    })
    void equalsStatsmodels(int successes, int outcomes, double confidence, double lower, double upper) {
        Proportion interval = Wilson.interval(successes, outcomes, confidence);
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void containsTheShareAndMirrors() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            int n = 1 + random.nextInt(2000);
            int k = random.nextInt(n + 1);
            double confidence = random.nextDouble(0.01, 0.999);
            Proportion interval = Wilson.interval(k, n, confidence);
            Proportion mirrored = Wilson.interval(n - k, n, confidence);
            assertThat(interval.value()).isEqualTo((double) k / n).isBetween(interval.lower(), interval.upper());
            assertThat(interval.lower()).isBetween(0.0, interval.upper());
            assertThat(interval.upper()).isLessThanOrEqualTo(1.0).isCloseTo(1 - mirrored.lower(), within(1e-12));
        }
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> Wilson.interval(3, 2, 0.95)).hasMessage("3 successes of 2 outcomes");
        assertThatThrownBy(() -> Wilson.interval(0, 0, 0.95)).hasMessage("0 successes of 0 outcomes");
    }

    /** In closed form: with one success of one the lower end is 1 / (1 + z squared), z = 1.959963984540054. */
    @Test
    void oneOutcomeIsEnough() {
        double z = 1.959963984540054;
        assertThat(Wilson.interval(1, 1, 0.95).lower()).isCloseTo(1 / (1 + z * z), within(1e-12));
        assertThat(Wilson.interval(0, 1, 0.95).upper()).isCloseTo(1 - 1 / (1 + z * z), within(1e-12));
    }
}
