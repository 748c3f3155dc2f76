package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClarkWestTest {

    private static final Pattern ROW = Pattern.compile(
            "\"h\": (\\d+),\\s+\"null\": \"(\\w+)[^\"]*\",\\s+\"alt\": \"(\\w+)\",[^}]*?\"t_ols\": ([-+.\\deE]+)([^}]*)");
    private static final Pattern NEWEY_WEST = Pattern.compile("\"t_newey_west_bartlett_maxlags_h-1\": ([-+.\\deE]+)");
    private static final Pattern P = Pattern.compile("\"p_one_sided_normal_(?:nw|ols)\": ([-+.\\deE]+)\\s*$");

    @Test
    void equalsTheReferenceOfStatsmodels() {
        Matcher row = ROW.matcher(ReferenceFiles.text("tests-of-skill.json"));
        int rows = 0;
        while (row.find()) {
            int horizon = Integer.parseInt(row.group(1));
            ReferenceFiles.Table errors = ReferenceFiles.table("errors-STX-h" + horizon + ".csv");
            double[] y = errors.numbers("y");
            double[] benchmark = row.group(2).equals("rw") ? new double[y.length] : errors.numbers("f_mean");
            ClarkWest test = ClarkWest.of(benchmark, errors.numbers("f_" + row.group(3)), y, horizon)
                    .orElseThrow();
            Matcher neweyWest = NEWEY_WEST.matcher(row.group(5));
            assertThat(neweyWest.find()).isEqualTo(horizon > 1);
            assertThat(test.statistic())
                    .as(row.group())
                    .isCloseTo(Double.parseDouble(horizon > 1 ? neweyWest.group(1) : row.group(4)), within(1e-9));
            Matcher p = P.matcher(row.group(5));
            if (p.find()) {
                assertThat(test.p()).as(row.group()).isCloseTo(Double.parseDouble(p.group(1)), within(1e-9));
            }
            rows++;
        }
        assertThat(rows).isEqualTo(6);
    }

    @Test
    void rejectsWorthlessForecastsNoMoreOftenThanItSays() {
        SplittableRandom random = new SplittableRandom(31);
        long rejected = IntStream.range(0, 1000)
                .filter(i -> {
                    double[] y = gaussians(200, random);
                    return ClarkWest.of(new double[200], gaussians(200, random), y, 1)
                                    .orElseThrow()
                                    .p()
                            < 0.05;
                })
                .count();
        assertThat(rejected).isLessThan(70);
    }

    /** The reason why it decides nothing: what it finds may be of no use to who forecasts with it. */
    @Test
    void findsInformationInForecastsThatErrMore() {
        SplittableRandom random = new SplittableRandom(32);
        double[] y = gaussians(4000, random);
        double[] forecasts = Arrays.stream(y)
                .map(value -> 0.1 * value + random.nextGaussian())
                .toArray();
        ClarkWest test = ClarkWest.of(new double[4000], forecasts, y, 1).orElseThrow();
        assertThat(test.p()).isLessThan(0.001);
        double excess = IntStream.range(0, 4000)
                .mapToDouble(t -> (y[t] - forecasts[t]) * (y[t] - forecasts[t]) - y[t] * y[t])
                .sum();
        assertThat(excess).isPositive();
    }

    @Test
    void saysNothingWithoutDifferenceOrOutcomes() {
        double[] y = {0.1, -0.2, 0.3};
        assertThat(ClarkWest.of(y, y, new double[] {1, 2, 3}, 1)).isEmpty();
        assertThat(ClarkWest.of(new double[3], y, y, 3)).isEmpty();
        assertThat(ClarkWest.of(new double[1], new double[] {1}, new double[] {1}, 1))
                .isEmpty();
        assertThatThrownBy(() -> ClarkWest.of(y, y, new double[2], 1)).hasMessage("3 and 3 forecasts of 2 outcomes");
        assertThatThrownBy(() -> ClarkWest.of(y, y, y, 0)).hasMessage("horizon below 1: 0");
    }

    private static double[] gaussians(int count, SplittableRandom random) {
        return IntStream.range(0, count).mapToDouble(t -> random.nextGaussian()).toArray();
    }

    /** By hand: against a forecast of 0 the adjusted difference is 2 y f, here 1 and 3; mean 2, standard error 1. */
    @Test
    void twoOutcomesAreEnough() {
        ClarkWest test = ClarkWest.of(new double[2], new double[] {1, 1}, new double[] {0.5, 1.5}, 1)
                .orElseThrow();
        assertThat(test.statistic()).isCloseTo(2, within(1e-14));
    }
}
