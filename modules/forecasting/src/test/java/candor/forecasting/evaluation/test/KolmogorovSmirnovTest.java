package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KolmogorovSmirnovTest {

    @Test
    void equalsScipy() {
        compare("ewma94", "ewma94");
        compare("loghar_B", "harB");
    }

    private static void compare(String column, String key) {
        String json = ReferenceFiles.text("tests-of-skill.json");
        json = json.substring(json.indexOf("\"pit_gaussian\""));
        ReferenceFiles.Table table =
                ReferenceFiles.table("volatility-forecasts-STX.csv").from("date", "2010-01-04");
        double[] r = table.numbers("r");
        double[] variance = table.numbers(column);
        NormalDistribution normal = new NormalDistribution();
        KolmogorovSmirnov test = KolmogorovSmirnov.ofUniform(IntStream.range(0, r.length)
                .mapToDouble(t -> normal.cumulativeProbability(r[t] / Math.sqrt(variance[t])))
                .toArray());
        assertThat(test.statistic()).isCloseTo(ReferenceFiles.number(json, key, "ks_stat"), within(1e-12));
        assertThat(test.p()).isCloseTo(ReferenceFiles.number(json, key, "ks_p_exact"), withinPercentage(1e-4));
    }

    @Test
    void smallSamplesByHand() {
        // One value u: D = max(u, 1 - u), and P(D >= d) = 2(1 - d).
        KolmogorovSmirnov one = KolmogorovSmirnov.ofUniform(new double[] {0.3});
        assertThat(one.statistic()).isEqualTo(0.7);
        assertThat(one.p()).isCloseTo(0.6, within(1e-12));
        // Two values: P(D <= d) = 2(2d - 1/2)^2 for 1/4 <= d <= 1/2.
        KolmogorovSmirnov two = KolmogorovSmirnov.ofUniform(new double[] {0.9, 0.3});
        assertThat(two.statistic()).isCloseTo(0.4, within(1e-15));
        assertThat(two.p()).isCloseTo(1 - 2 * 0.3 * 0.3, within(1e-12));
    }

    @Test
    void theTwoFormulasMeetWhereOneTakesOver() {
        for (int n : new int[] {20, 140, 141, 500, 5000}) {
            double limit = Math.sqrt((n <= 140 ? 4 : 2.2) / n);
            double below = KolmogorovSmirnov.p(Math.nextDown(limit) * (1 - 1e-9), n);
            assertThat(KolmogorovSmirnov.p(limit * (1 + 1e-9), n))
                    .as("n " + n)
                    .isCloseTo(below, withinPercentage(0.01));
        }
    }

    @Test
    void fallsWithTheDistance() {
        for (int n : new int[] {5, 60, 300, 4000}) {
            double before = 1;
            for (double d = 0.5 / n; d <= 1; d += 0.002) {
                double p = KolmogorovSmirnov.p(d, n);
                assertThat(p).as("n " + n + " d " + d).isBetween(0.0, before + 1e-9);
                before = p;
            }
        }
    }

    @Test
    void rejectsUniformValuesAboutAsOftenAsItShould() {
        SplittableRandom random = new SplittableRandom(99);
        long rejected = IntStream.range(0, 1000)
                .filter(i -> KolmogorovSmirnov.ofUniform(random.doubles(80).toArray())
                                .p()
                        < 0.1)
                .count();
        assertThat(rejected).isBetween(70L, 130L);
    }

    @Test
    void refusesNothingAndValuesOutside() {
        assertThatThrownBy(() -> KolmogorovSmirnov.ofUniform(new double[0])).hasMessage("no values to test");
        assertThatThrownBy(() -> KolmogorovSmirnov.ofUniform(new double[] {0.5, 1.5}))
                .hasMessage("not in 0..1: 0.5 to 1.5");
        assertThatThrownBy(() -> KolmogorovSmirnov.ofUniform(new double[] {Double.NaN}))
                .hasMessageStartingWith("not in 0..1");
    }

    /** From scipy 1.17.1, kstwo.sf(distance, n), on both sides of where one formula takes over from the other. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.2236, 0.6230884077645442, 1e-10",
        "100, 0.0707, 0.6728702775997114, 1e-10",
        "100, 0.1225, 0.09130878110550865, 1e-10",
        "100, 0.1581, 0.011926877383737364, 1e-10",
        "140, 0.1464, 0.0044027166606172416, 1e-10",
        "141, 0.1459, 0.0043974919773631, 1e-7",
        "300, 0.0408, 0.6844039375656892, 1e-5",
        "300, 0.1, 0.004595673656972621, 1e-7",
        "2000, 0.0224, 0.264174318917494, 1e-5"
    })
    void equalsScipyOnBothSidesOfTheLimits(int n, double distance, double p, double relative) {
        assertThat(KolmogorovSmirnov.p(distance, n)).isCloseTo(p, within(relative * p));
    }

    @Test
    void theEndsOfTheUnitIntervalBelongToIt() {
        assertThat(KolmogorovSmirnov.ofUniform(new double[] {0, 1}).statistic()).isEqualTo(0.5);
        assertThat(KolmogorovSmirnov.p(0, 5)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.p(1, 1)).isZero();
        assertThatThrownBy(() -> KolmogorovSmirnov.p(0.1, 0)).hasMessage("distance 0.1 of 0 values");
        assertThatThrownBy(() -> KolmogorovSmirnov.p(-0.1, 5)).hasMessage("distance -0.1 of 5 values");
    }
}
