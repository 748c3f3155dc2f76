package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.evaluation.loss.Qlike;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DieboldMarianoTest {

    private static final Pattern ROW = Pattern.compile("\"h\": (\\d+),\\s+\"power\": (\\d),\\s+\"e1\": \"(\\w+)\",\\s+"
            + "\"e2\": \"(\\w+)\",\\s+\"varestimator\": \"(\\w+)\",\\s+\"alternative\": \"([\\w.]+)\",\\s+"
            + "\"statistic\": ([-+.\\deE]+),\\s+\"p\": ([-+.\\deE]+)");

    @Test
    void equalsTheReferenceOfR() {
        Matcher row = ROW.matcher(ReferenceFiles.text("tests-of-skill.json"));
        int rows = 0;
        while (row.find()) {
            int horizon = Integer.parseInt(row.group(1));
            double power = Double.parseDouble(row.group(2));
            ReferenceFiles.Table errors = ReferenceFiles.table("errors-STX-h" + horizon + ".csv");
            DieboldMariano test = DieboldMariano.of(
                            losses(errors, row.group(3), power),
                            losses(errors, row.group(4), power),
                            horizon,
                            row.group(5).equals("acf")
                                    ? DieboldMariano.Window.RECTANGULAR
                                    : DieboldMariano.Window.BARTLETT)
                    .orElseThrow();
            double p = switch (row.group(6)) {
                case "two.sided" -> test.p();
                case "less" -> test.pFirstBetter();
                default -> 1 - test.pFirstBetter();
            };
            assertThat(test.statistic()).as(row.group()).isCloseTo(Double.parseDouble(row.group(7)), within(1e-8));
            assertThat(p).as(row.group()).isCloseTo(Double.parseDouble(row.group(8)), within(1e-8));
            rows++;
        }
        assertThat(rows).isEqualTo(72);
    }

    @Test
    void equalsTheReferenceOnVarianceForecasts() {
        ReferenceFiles.Table table =
                ReferenceFiles.table("volatility-forecasts-STX.csv").from("date", "2024-03-11");
        double[] r = table.numbers("r");
        // volatility.json, qlike: loghar_B against ewma94 in 2024-03-11..2026-04-24
        DieboldMariano test = DieboldMariano.of(
                        qlike(table.numbers("loghar_B"), r),
                        qlike(table.numbers("ewma94"), r),
                        1,
                        DieboldMariano.Window.RECTANGULAR)
                .orElseThrow();
        assertThat(test.statistic()).isCloseTo(-1.8049983570860568, within(1e-5));
        assertThat(test.p()).isCloseTo(0.07164021807028596, within(1e-5));
    }

    @Test
    void exchangingTheSeriesChangesTheSignOnly() {
        SplittableRandom random = new SplittableRandom(20260424);
        for (int i = 0; i < 200; i++) {
            int horizon = 1 + random.nextInt(21);
            double[] first = random.doubles(horizon + 2 + random.nextInt(200)).toArray();
            double[] second = random.doubles(first.length).toArray();
            for (DieboldMariano.Window window : DieboldMariano.Window.values()) {
                DieboldMariano there =
                        DieboldMariano.of(first, second, horizon, window).orElseThrow();
                DieboldMariano back =
                        DieboldMariano.of(second, first, horizon, window).orElseThrow();
                assertThat(back.statistic()).isEqualTo(-there.statistic());
                assertThat(back.p()).isEqualTo(there.p()).isBetween(0.0, 1.0);
                assertThat(back.pFirstBetter() + there.pFirstBetter()).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void negativeLongRunVarianceFallsBackToBartlett() {
        // Alternating differences: the first autocovariance is near -1 times the variance.
        double[] losses =
                IntStream.range(0, 40).mapToDouble(t -> t % 2 + 0.01 * t).toArray();
        double[] none = new double[40];
        assertThat(DieboldMariano.of(losses, none, 2, DieboldMariano.Window.RECTANGULAR))
                .isEqualTo(DieboldMariano.of(losses, none, 2, DieboldMariano.Window.BARTLETT))
                .isPresent();
    }

    @Test
    void saysNothingWithoutVariationOrOutcomes() {
        double[] constant = new double[50];
        Arrays.fill(constant, 0.1);
        assertThat(DieboldMariano.of(constant, constant, 1, DieboldMariano.Window.RECTANGULAR))
                .isEmpty();
        assertThat(DieboldMariano.of(constant, new double[50], 5, DieboldMariano.Window.BARTLETT))
                .isEmpty();
        assertThat(DieboldMariano.of(new double[] {1, 2}, new double[2], 2, DieboldMariano.Window.BARTLETT))
                .isEmpty();
        assertThat(DieboldMariano.of(new double[] {1}, new double[1], 1, DieboldMariano.Window.BARTLETT))
                .isEmpty();
    }

    @Test
    void refusesUnequalLengthsAndHorizonZero() {
        assertThatThrownBy(() -> DieboldMariano.of(new double[3], new double[4], 1, DieboldMariano.Window.BARTLETT))
                .hasMessage("3 losses against 4");
        assertThatThrownBy(() -> DieboldMariano.of(new double[3], new double[3], 0, DieboldMariano.Window.BARTLETT))
                .hasMessage("horizon below 1: 0");
    }

    private static double[] losses(ReferenceFiles.Table errors, String forecaster, double power) {
        double[] y = errors.numbers("y");
        double[] f = forecaster.equals("rw") ? new double[y.length] : errors.numbers("f_" + forecaster);
        return IntStream.range(0, y.length)
                .mapToDouble(t -> StrictMath.pow(Math.abs(y[t] - f[t]), power))
                .toArray();
    }

    private static double[] qlike(double[] variance, double[] r) {
        return IntStream.range(0, r.length)
                .mapToDouble(t -> Qlike.of(variance[t], r[t]))
                .toArray();
    }

    /** At horizon 1 it is the one-sample t-test; scipy 1.17.1: ttest_1samp([1, 3], 0) is 2 with p .2951672353008665. */
    @Test
    void twoOutcomesAreEnough() {
        DieboldMariano test = DieboldMariano.of(
                        new double[] {2, 5}, new double[] {1, 2}, 1, DieboldMariano.Window.RECTANGULAR)
                .orElseThrow();
        assertThat(test.statistic()).isCloseTo(2, within(1e-14));
        assertThat(test.p()).isCloseTo(0.2951672353008665, within(1e-12));
    }

    /** Deviations 1, -1, 0: the variance 2/3 and twice the first autocovariance, -2/3, add up to nothing, exactly. */
    @Test
    void aLongRunVarianceOfZeroFallsBackToBartlettToo() {
        double[] losses = {2, 0, 1};
        DieboldMariano test = DieboldMariano.of(losses, new double[3], 2, DieboldMariano.Window.RECTANGULAR)
                .orElseThrow();
        assertThat(test.statistic()).isFinite();
        assertThat(DieboldMariano.of(losses, new double[3], 2, DieboldMariano.Window.BARTLETT))
                .hasValue(test);
    }

    /** Equal losses computed in two ways differ in the last bit: large ones by more than small ones can differ at all. */
    @Test
    void differencesThatVaryByRoundingAloneAreConstant() {
        double large = 1e6;
        double[] rounded = {large, Math.nextUp(large), large, Math.nextDown(large)};
        assertThat(CentredSeries.of(rounded).constant()).isTrue();
        assertThat(DieboldMariano.of(rounded, new double[4], 1, DieboldMariano.Window.BARTLETT))
                .isEmpty();
        assertThat(CentredSeries.of(new double[] {1e-6, 1.0000001e-6}).constant())
                .isFalse();
    }
}
