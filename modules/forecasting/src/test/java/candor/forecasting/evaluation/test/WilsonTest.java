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

    /**
     * An interval that counted every one of the overlapping targets held the true share in four of ten cases at 21
     * sessions: it said 95 %.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.90, 0.90", "5, 0.94, 0.80", "21, 0.94, 0.65"})
    void overlappingTargetsAreNotCountedTwice(int horizon, double least, double mostWithEveryOutcome) {
        SplittableRandom random = new SplittableRandom(horizon);
        double bound = 1.2815515655446004 * Math.sqrt(horizon);
        int cases = 400;
        int outcomes = 1000;
        int held = 0;
        int heldWithEveryOutcome = 0;
        for (int i = 0; i < cases; i++) {
            int below = sumsBelow(bound, outcomes, horizon, random);
            held += holds(Wilson.ofOverlapping(below, outcomes, horizon, 0.95), 0.9);
            heldWithEveryOutcome += holds(Wilson.interval(below, outcomes, 0.95), 0.9);
        }
        assertThat((double) held / cases).isGreaterThan(least);
        if (horizon > 1) {
            assertThat((double) heldWithEveryOutcome / cases).isLessThan(mostWithEveryOutcome);
        }
    }

    private static int holds(Proportion interval, double share) {
        return interval.lower() <= share && share <= interval.upper() ? 1 : 0;
    }

    /** Sums of as many independent normals as the horizon has sessions, one from every session on. */
    private static int sumsBelow(double bound, int outcomes, int horizon, SplittableRandom random) {
        double[] moves = new double[outcomes + horizon - 1];
        for (int t = 0; t < moves.length; t++) {
            moves[t] = random.nextGaussian();
        }
        int below = 0;
        for (int t = 0; t < outcomes; t++) {
            double sum = 0;
            for (int k = 0; k < horizon; k++) {
                sum += moves[t + k];
            }
            below += sum < bound ? 1 : 0;
        }
        return below;
    }

    /** 105 outcomes over 21 sessions count as 5; fewer outcomes than sessions count as one. */
    @Test
    void countsOneOutcomeForEachHorizon() {
        assertThat(Wilson.ofOverlapping(84, 105, 21, 0.95)).isEqualTo(Wilson.interval(4, 5, 0.95));
        assertThat(Wilson.ofOverlapping(7, 7, 21, 0.95)).isEqualTo(Wilson.interval(1, 1, 0.95));
        assertThatThrownBy(() -> Wilson.ofOverlapping(1, 2, 0, 0.95)).hasMessage("horizon below 1: 0");
    }
}
