package candor.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptiveTailsTest {

    private static AdaptiveTails fresh(int horizon, double gamma) {
        return new AdaptiveTails(horizon, gamma, TailState.START);
    }

    /** 199 errors -99..99: k = ceil(200 (1 - .05)) = 190 of 199 and ceil(200 (1 - .01)) = 198, counted from each end. */
    @Test
    void quantilesAreRankedErrors() {
        AdaptiveTails tails = fresh(1, 0.002);
        IntStream.rangeClosed(-99, 99).forEach(error -> tails.learn(error, List.of()));

        assertThat(tails.multipliers()).containsExactly(-98.0, -90.0, 90.0, 98.0);
    }

    /** The mean of the errors below -90 is that of -99..-91, below -98 there is -99 alone. */
    @Test
    void aShortfallIsTheMeanBeyondTheQuantile() {
        AdaptiveTails tails = fresh(1, 0.002);
        IntStream.rangeClosed(-99, 99).forEach(error -> tails.learn(error, List.of()));

        TailRisk risk = tails.risk(0.5, 2, tails.multipliers(), null);

        assertThat(risk.quantiles()).containsExactly(-195.5, -179.5, 180.5, 196.5);
        assertThat(risk.valueAtRisk99()).isEqualTo(195.5);
        assertThat(risk.valueAtRisk95()).isEqualTo(179.5);
        assertThat(risk.shortfall99()).isEqualTo(2 * 99 - 0.5);
        assertThat(risk.shortfall95()).isEqualTo(2 * 95 - 0.5);
    }

    @Test
    void withoutAnErrorBeyondItTheShortfallIsTheValueAtRisk() {
        AdaptiveTails tails = fresh(1, 0.002);
        tails.learn(-1, List.of());

        TailRisk risk = tails.risk(0, 1, tails.multipliers(), null);

        assertThat(risk.valueAtRisk99()).isEqualTo(1);
        assertThat(risk.shortfall99()).isEqualTo(1);
        assertThat(risk.shortfall95()).isEqualTo(1);
    }

    @Test
    void eachTailLearnsFromItsOwnMisses() {
        AdaptiveTails tails = fresh(1, 0.002);
        tails.learn(-3, List.of(-4.0, -2.0, 2.0, 4.0));

        List<Double> alphas = tails.state().alphas();

        assertThat(alphas.get(0)).isEqualTo(0.01 + 0.002 * 0.01, within(1e-15));
        assertThat(alphas.get(1)).isEqualTo(0.05 + 0.002 * (0.05 - 1), within(1e-15));
        assertThat(alphas.get(2)).isEqualTo(0.05 + 0.002 * 0.05, within(1e-15));
        assertThat(alphas.get(3)).isEqualTo(0.01 + 0.002 * 0.01, within(1e-15));
    }

    /**
     * A skewed outcome with fat tails: each tail is passed as often as it says. The symmetric interval, linear between its
     * levels, put the 99 % value at risk too far out: exceeded in .6 to .8 % of cases instead of 1 %.
     */
    @Test
    void eachTailIsPassedAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        AdaptiveTails tails = fresh(1, 0.002);
        int[] beyond = new int[4];
        int n = 0;
        for (int t = 0; t < 20_000; t++) {
            double z = random.nextGaussian();
            double error = 0.3 + (z < 0 ? 1.5 * z : z) * (random.nextInt(10) == 0 ? 2 : 1);
            List<Double> issued = t < 250 ? List.of() : tails.multipliers();
            for (int j = 0; j < issued.size(); j++) {
                beyond[j] += (j < 2 ? error < issued.get(j) : error > issued.get(j)) ? 1 : 0;
            }
            n += issued.isEmpty() ? 0 : 1;
            tails.learn(error, issued);
        }
        assertThat((double) beyond[0] / n).isEqualTo(0.01, within(0.002));
        assertThat((double) beyond[1] / n).isEqualTo(0.05, within(0.003));
        assertThat((double) beyond[2] / n).isEqualTo(0.05, within(0.003));
        assertThat((double) beyond[3] / n).isEqualTo(0.01, within(0.002));
    }

    @Test
    void aRestoredStateContinuesBitForBit() {
        SplittableRandom random = new SplittableRandom(4);
        AdaptiveTails whole = fresh(5, 0.001);
        AdaptiveTails restored = fresh(5, 0.001);
        for (int t = 0; t < 400; t++) {
            double error = random.nextGaussian();
            List<Double> issued = t < 20 ? List.of() : whole.multipliers();
            whole.learn(error, issued);
            restored = new AdaptiveTails(5, 0.001, restored.state());
            restored.learn(error, issued);
        }
        assertThat(restored.state()).isEqualTo(whole.state());
    }

    /** Prices move in ticks, so that an outcome can lie on a quantile to the bit. It is not beyond it. */
    @Test
    void anOutcomeOnAQuantileIsNoMiss() {
        List<Double> issued = List.of(-4.0, -2.0, 2.0, 4.0);
        for (double error : new double[] {-2, 2}) {
            AdaptiveTails tails = fresh(1, 0.002);
            tails.learn(error, issued);
            assertThat(tails.state().alphas().get(1)).isEqualTo(0.05 + 0.002 * 0.05, within(1e-15));
            assertThat(tails.state().alphas().get(2)).isEqualTo(0.05 + 0.002 * 0.05, within(1e-15));
        }
    }

    /** A quantile that went out when errors were large may lie above all that are known. */
    @Test
    void whereAllErrorsLieBelowTheQuantileTheShortfallIsTheirMean() {
        AdaptiveTails tails = fresh(1, 0.002);
        tails.learn(-1, List.of());
        tails.learn(-3, List.of());

        TailRisk risk = tails.risk(0, 1, List.of(-0.5, 0.5, 1.0, 2.0), null);

        assertThat(risk.shortfall99()).isEqualTo(2);
        assertThat(risk.shortfall95()).isEqualTo(2);
    }
}
