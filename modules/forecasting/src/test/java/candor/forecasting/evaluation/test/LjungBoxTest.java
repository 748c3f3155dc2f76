package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LjungBoxTest {

    @Test
    void equalsTheReferenceOfStatsmodels() {
        ReferenceFiles.Table table =
                ReferenceFiles.table("volatility-forecasts-STX.csv").from("date", "2010-01-04");
        double[] r = table.numbers("r");
        double[] ewma = table.numbers("ewma94");
        double[] logHar = table.numbers("loghar_B");
        compare("r", r.length, t -> r[t]);
        compare("r2", r.length, t -> r[t] * r[t]);
        compare("z2_harB", r.length, t -> r[t] * r[t] / logHar[t]);
        compare("z2_ewma", r.length, t -> r[t] * r[t] / ewma[t]);
        compare("abs_z_harB", r.length, t -> Math.abs(r[t]) / Math.sqrt(logHar[t]));
    }

    private static void compare(String key, int count, IntToDoubleFunction value) {
        String json = ReferenceFiles.text("tests-of-skill.json");
        json = json.substring(json.indexOf("\"ljung_box\""));
        double[] values = IntStream.range(0, count).mapToDouble(value).toArray();
        for (int lags : new int[] {1, 5, 10, 22}) {
            String at = Integer.toString(lags);
            LjungBox test = LjungBox.of(values, lags).orElseThrow();
            assertThat(test.statistic())
                    .as(key + at)
                    .isCloseTo(ReferenceFiles.number(json, "rows", key, at, "lb_stat"), within(1e-9));
            assertThat(test.p())
                    .as(key + at)
                    .isCloseTo(ReferenceFiles.number(json, "rows", key, at, "lb_pvalue"), within(1e-9));
        }
    }

    @Test
    void rejectsNoiseAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(51);
        long rejected = IntStream.range(0, 1000)
                .filter(i -> LjungBox.of(random.doubles(300).toArray(), 10)
                                .orElseThrow()
                                .p()
                        < 0.05)
                .count();
        assertThat(rejected).isBetween(30L, 75L);
    }

    @Test
    void saysNothingWithoutVariationOrValues() {
        assertThat(LjungBox.of(new double[50], 5)).isEmpty();
        assertThat(LjungBox.of(new double[] {1, 2, 3}, 3)).isEmpty();
        assertThatThrownBy(() -> LjungBox.of(new double[3], 0)).hasMessage("lags below 1: 0");
    }
}
