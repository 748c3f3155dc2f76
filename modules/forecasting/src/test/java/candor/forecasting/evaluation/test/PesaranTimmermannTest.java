package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PesaranTimmermannTest {

    @Test
    void equalsTheReference() {
        compare(1, "f_ridge", "h1_ridge");
        compare(1, "f_mean", "h1_mean");
        compare(5, "f_ridge", "h5_ridge (overlapping: p not valid, value only)");
        ReferenceFiles.Table errors = ReferenceFiles.table("errors-STX-h1.csv");
        double[] mean = errors.numbers("f_mean");
        compare(minus(errors.numbers("f_ridge"), mean), minus(errors.numbers("y"), mean), "h1_ridge_minus_mean_sign");
    }

    private static void compare(int horizon, String column, String key) {
        ReferenceFiles.Table errors = ReferenceFiles.table("errors-STX-h" + horizon + ".csv");
        compare(errors.numbers(column), errors.numbers("y"), key);
    }

    private static void compare(double[] forecasts, double[] outcomes, String key) {
        String json = ReferenceFiles.text("tests-of-skill.json");
        json = json.substring(json.indexOf("\"pesaran_timmermann\""));
        PesaranTimmermann test = PesaranTimmermann.of(forecasts, outcomes).orElseThrow();
        assertThat(test.statistic()).as(key).isCloseTo(ReferenceFiles.number(json, key, "stat"), within(1e-9));
        assertThat(test.p()).as(key).isCloseTo(ReferenceFiles.number(json, key, "p_one_sided"), within(1e-9));
    }

    /** 'Always up' but once, on a stock that mostly rises: right nearly as often as it rises, and worth nothing. */
    @Test
    void beingRightBecauseTheStockRisesIsNoForesight() {
        SplittableRandom random = new SplittableRandom(41);
        double[] outcomes = IntStream.range(0, 1000)
                .mapToDouble(t -> random.nextDouble() < 0.7 ? 1 : -1)
                .toArray();
        double[] forecasts = new double[1000];
        Arrays.fill(forecasts, 1);
        forecasts[500] = -1;
        assertThat(PesaranTimmermann.of(forecasts, outcomes).orElseThrow().statistic())
                .isBetween(-2.0, 2.0);
    }

    @Test
    void rejectsIndependentDirectionsAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(42);
        long rejected = IntStream.range(0, 2000)
                .filter(i -> PesaranTimmermann.of(signs(200, 0.6, random), signs(200, 0.55, random))
                                .orElseThrow()
                                .p()
                        < 0.05)
                .count();
        assertThat(rejected).isBetween(60L, 140L);
    }

    @Test
    void reversedForecastsReverseTheSign() {
        SplittableRandom random = new SplittableRandom(43);
        for (int i = 0; i < 200; i++) {
            double[] outcomes = signs(50, 0.5, random);
            double[] forecasts = signs(50, 0.5, random);
            double there =
                    PesaranTimmermann.of(forecasts, outcomes).orElseThrow().statistic();
            double back = PesaranTimmermann.of(minus(new double[50], forecasts), outcomes)
                    .orElseThrow()
                    .statistic();
            assertThat(back).isCloseTo(-there, within(1e-9));
        }
    }

    @Test
    void saysNothingOfOneDirection() {
        double[] up = {1, 2, 3};
        double[] mixed = {1, -1, 0};
        assertThat(PesaranTimmermann.of(up, mixed)).isEmpty();
        assertThat(PesaranTimmermann.of(mixed, up)).isEmpty();
        assertThat(PesaranTimmermann.of(new double[3], mixed)).isEmpty();
        assertThatThrownBy(() -> PesaranTimmermann.of(up, new double[2])).hasMessage("3 forecasts of 2 outcomes");
    }

    private static double[] signs(int count, double rises, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToDouble(t -> random.nextDouble() < rises ? 1 : -1)
                .toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(t -> a[t] - b[t]).toArray();
    }

    /** A forecast of 0, such as the random walk's, is no forecast of a rise. */
    @Test
    void noMoveIsNotUp() {
        double[] outcomes = {1, -1, 1, 0, -1, 1, 1, -1};
        double[] forecasts = {1, 0, 1, 0, -1, -1, 1, 1};
        double[] down = {1, -1, 1, -1, -1, -1, 1, 1};
        assertThat(PesaranTimmermann.of(forecasts, outcomes))
                .isEqualTo(PesaranTimmermann.of(down, outcomes))
                .isEqualTo(PesaranTimmermann.of(down, new double[] {1, -1, 1, -1, -1, 1, 1, -1}))
                .isPresent();
    }
}
