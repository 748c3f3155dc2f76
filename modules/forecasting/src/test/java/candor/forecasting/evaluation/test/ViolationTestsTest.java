package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Kupiec} and {@link Christoffersen}. */
class ViolationTestsTest {

    @Test
    void equalTheReference() {
        ReferenceFiles.Table hits = ReferenceFiles.table("hits-STX.csv");
        for (String column : hits.header().subList(1, hits.header().size())) {
            boolean[] violations = violations(hits.numbers(column));
            double probability = column.contains("99") ? 0.01 : column.contains("95") ? 0.05 : 0.1;
            compare(column, violations, probability);
            compare(column + "_first250", Arrays.copyOf(violations, 250), probability);
        }
    }

    @Test
    void equalTheReferenceOnToys() {
        compare("toy_no_hits_250", new boolean[250], 0.01);
        compare("toy_consecutive", violations(range(100, t -> t >= 50 && t < 55)), 0.05);
        compare("toy_alternating", violations(range(100, t -> t < 40 && t % 2 == 1)), 0.05);
    }

    private static void compare(String name, boolean[] violations, double probability) {
        String json = ReferenceFiles.text("tests-of-skill.json");
        json = json.substring(json.indexOf("\"var_backtests\""));
        int total = (int)
                IntStream.range(0, violations.length).filter(t -> violations[t]).count();
        Kupiec kupiec = Kupiec.of(total, violations.length, probability);
        Christoffersen christoffersen = Christoffersen.of(violations, probability);
        assertThat(total).as(name).isEqualTo((int) ReferenceFiles.number(json, name, "hits"));
        close(kupiec.statistic(), ReferenceFiles.number(json, name, "lr_uc"), name);
        close(kupiec.p(), ReferenceFiles.number(json, name, "p_uc"), name);
        close(christoffersen.independence(), ReferenceFiles.number(json, name, "lr_ind"), name);
        close(christoffersen.independenceP(), ReferenceFiles.number(json, name, "p_ind"), name);
        close(christoffersen.conditionalCoverage(), ReferenceFiles.number(json, name, "lr_cc"), name);
        close(christoffersen.conditionalCoverageP(), ReferenceFiles.number(json, name, "p_cc"), name);
    }

    private static void close(double actual, double expected, String name) {
        assertThat(actual).as(name).isCloseTo(expected, within(1e-8));
    }

    @Test
    void handComputedRatios() {
        // 1 of 4 at probability 1/2: 2 (ln(1/4) + 3 ln(3/4) - 4 ln(1/2)) = 2 ln(27/16)
        assertThat(Kupiec.of(1, 4, 0.5).statistic()).isCloseTo(2 * StrictMath.log(27.0 / 16), within(1e-14));
        // Both transitions change state. With dependence that is certain, without it has probability 1/4: 2 (0 -
        // ln(1/4))
        assertThat(Christoffersen.of(new boolean[] {false, true, false}, 0.5).independence())
                .isCloseTo(4 * StrictMath.log(2), within(1e-14));
        assertThat(Christoffersen.of(new boolean[] {true}, 0.5).independenceP()).isEqualTo(1);
    }

    @Test
    void ratiosAreNeverNegativeAndPsStayProbabilities() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            double rate = random.nextDouble();
            boolean[] violations = violations(range(1 + random.nextInt(300), t -> random.nextDouble() < rate));
            Christoffersen test = Christoffersen.of(violations, 0.01 + 0.98 * random.nextDouble());
            assertThat(test.independence()).isGreaterThan(-1e-9);
            assertThat(test.conditionalCoverage()).isGreaterThanOrEqualTo(test.independence() - 1e-9);
            assertThat(test.independenceP()).isBetween(0.0, 1.0);
            assertThat(test.conditionalCoverageP()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void kupiecIsSureOnlyFarFromTheNominalRate() {
        double before = 0;
        for (int violations = 0; violations <= 10; violations++) {
            double p = Kupiec.of(violations, 100, 0.1).p();
            assertThat(p).isGreaterThan(before);
            before = p;
        }
        assertThat(before).isCloseTo(1, within(1e-6));
    }

    @Test
    void refuseImpossibleCounts() {
        assertThatThrownBy(() -> Kupiec.of(5, 4, 0.1)).hasMessage("5 violations of 4 outcomes");
        assertThatThrownBy(() -> Kupiec.of(0, 0, 0.1)).hasMessage("0 violations of 0 outcomes");
        assertThatThrownBy(() -> Kupiec.of(1, 4, 1)).hasMessage("probability of a violation not in (0, 1): 1.0");
    }

    private static double[] range(int n, IntPredicate violated) {
        return IntStream.range(0, n).mapToDouble(t -> violated.test(t) ? 1 : 0).toArray();
    }

    private static boolean[] violations(double[] ones) {
        boolean[] violations = new boolean[ones.length];
        for (int t = 0; t < ones.length; t++) {
            violations[t] = ones[t] == 1;
        }
        return violations;
    }

    /** A target h sessions long that is seen h times, as where outcomes overlap entirely, is one outcome. */
    @Test
    void whatIsSeenOnEachOfTheSessionsOfATargetCountsOnce() {
        SplittableRandom random = new SplittableRandom(12);
        for (int horizon : new int[] {1, 2, 5}) {
            boolean[] once = violations(range(120, t -> random.nextInt(8) == 0));
            boolean[] repeated = violations(range(120 * horizon, t -> once[t / horizon]));
            int total = (int) IntStream.range(0, 120).filter(t -> once[t]).count();
            Christoffersen christoffersen = Christoffersen.of(once, 0.1);

            ViolationTests tests = ViolationTests.of(repeated, 0.1, horizon);

            assertThat(tests.kupiecP())
                    .isEqualTo(Kupiec.of(total, 120, 0.1).p())
                    .isBetween(0.001, 0.999);
            assertThat(tests.independenceP())
                    .isEqualTo(christoffersen.independenceP())
                    .isBetween(0.001, 0.999);
            assertThat(tests.conditionalCoverageP())
                    .isEqualTo(christoffersen.conditionalCoverageP())
                    .isBetween(0.001, 0.999);
        }
    }

    @Test
    void refuseAProbabilityOfNothing() {
        assertThatThrownBy(() -> Kupiec.of(1, 4, 0)).hasMessage("probability of a violation not in (0, 1): 0.0");
    }
}
