package candor.forecasting.evaluation.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.evaluation.test.ReferenceFiles;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

/** {@link PinballLoss}, {@link IntervalLoss}, {@link Crps} and {@link Qlike}. */
class LossesTest {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    @Test
    void crpsPinballAndIntervalScoreEqualTheReference() {
        String json = ReferenceFiles.text("tests-of-skill.json");
        ReferenceFiles.Table table =
                ReferenceFiles.table("volatility-forecasts-STX.csv").from("date", "2010-01-04");
        double[] r = table.numbers("r");
        double[] variance = table.numbers("loghar_B");
        assertThat(average(r.length, t -> Crps.normal(0, Math.sqrt(variance[t]), r[t])))
                .isCloseTo(ReferenceFiles.number(json, "crps", "gauss_mean_harB"), within(1e-12));
        for (String p : new String[] {"0.025", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.975"}) {
            double probability = Double.parseDouble(p);
            double z = NORMAL.inverseCumulativeProbability(probability);
            assertThat(average(r.length, t -> PinballLoss.of(z * Math.sqrt(variance[t]), probability, r[t])))
                    .as(p)
                    .isCloseTo(ReferenceFiles.number(json, "pinball_gauss_harB", p, "scoringrules"), within(1e-12));
        }
        for (String level : new String[] {"0.5", "0.8", "0.9", "0.95", "0.99"}) {
            double nominal = Double.parseDouble(level);
            double z = NORMAL.inverseCumulativeProbability((1 + nominal) / 2);
            double expected =
                    ReferenceFiles.number(json, "interval_score_gauss_harB", level, "scoringrules_interval_score_mean");
            assertThat(average(r.length, t -> {
                        double width = z * Math.sqrt(variance[t]);
                        return IntervalLoss.of(-width, width, nominal, r[t]);
                    }))
                    .as(level)
                    .isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void crpsOfTheNormalEqualsScoringrules() {
        assertThat(Crps.normal(0, 1, 0)).isCloseTo(0.23369497725510913, within(1e-12));
        assertThat(Crps.normal(0.2, 0.6, 1.7)).isCloseTo(1.1638912144863, within(1e-12));
    }

    @Test
    void intervalScoreIsItsDefinition() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            double lower = random.nextDouble(-1, 1);
            double upper = lower + random.nextDouble();
            double nominal = random.nextDouble(0.01, 0.99);
            double y = random.nextDouble(-3, 3);
            double expected = upper
                    - lower
                    + 2 / (1 - nominal) * Math.max(lower - y, 0)
                    + 2 / (1 - nominal) * Math.max(y - upper, 0);
            assertThat(IntervalLoss.of(lower, upper, nominal, y)).isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }

    @Test
    void qlikeIsSmallestAtTheSquaredReturn() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            double r = random.nextDouble(0.001, 0.3);
            assertThat(Qlike.of(r * r, r)).isLessThanOrEqualTo(Qlike.of(random.nextDouble(1e-6, 1), r));
        }
        assertThat(Qlike.of(0.25, 0.5)).isCloseTo(StrictMath.log(0.25) + 1, within(1e-15));
        assertThatThrownBy(() -> Qlike.of(0, 0.1)).hasMessage("variance not above 0: 0.0");
    }

    private static double average(int n, IntToDoubleFunction loss) {
        return IntStream.range(0, n).mapToDouble(loss).sum() / n;
    }

    /** An average of -0.0 would be written with its sign. */
    @Test
    void anOutcomeOnTheQuantileCostsNothingWithoutASign() {
        assertThat(Double.toString(PinballLoss.of(0.3, 0.9, 0.3))).isEqualTo("0.0");
        assertThat(PinballLoss.of(1, 0.9, 3)).isCloseTo(1.8, within(1e-15));
        assertThat(PinballLoss.of(3, 0.9, 1)).isCloseTo(0.2, within(1e-15));
    }
}
