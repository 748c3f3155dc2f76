package candor.forecasting.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GarchTest {

    private static double[] simulated(int count, double omega, double alpha, double beta, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = new double[count];
        double variance = omega / (1 - alpha - beta);
        for (int t = 0; t < count; t++) {
            returns[t] = Math.sqrt(variance) * random.nextGaussian();
            variance = omega + alpha * returns[t] * returns[t] + beta * variance;
        }
        return returns;
    }

    /** Bollerslev and Ghysels (1996); the benchmark of Fiorentini, Calzolari and Panattoni, as fGarch computes it. */
    @Test
    void germanMarkAgainstPound() {
        double[] returns = SharedReference.csv("reference/dem2gbp.csv").stream()
                .mapToDouble(row -> Double.parseDouble(String.valueOf(row.get("\"r\""))))
                .toArray();
        for (int start = 0; start < 4; start++) {
            GarchFit.Estimate fit = GarchFit.of(returns, start);
            assertThat(fit.mu()).isEqualTo(-0.0061904143, within(1e-5 * 0.0061904143));
            assertThat(fit.omega()).isEqualTo(0.0107613915, within(1e-5 * 0.0107613915));
            assertThat(fit.alpha()).isEqualTo(0.153133905, within(1e-5 * 0.153133905));
            assertThat(fit.beta()).isEqualTo(0.805973780, within(1e-5 * 0.805973780));
            assertThat(fit.logLikelihood()).isEqualTo(-1106.60788104, within(1e-5));
        }
    }

    /** volatility.json, garch_STX: arch 8.0.0 in percent, presample variance the mean square as here but for mu. */
    @Test
    void stx() {
        PriceHistory history = StxFile.read().history();
        Garch fit = Garch.fit(history, 0);
        assertThat(fit.mu()).isEqualTo(0.0007063007, within(1e-3 * 0.0007063007));
        assertThat(fit.omega()).isEqualTo(5.573745e-6, within(1e-3 * 5.573745e-6));
        assertThat(fit.alpha()).isEqualTo(0.0230047119, within(1e-3 * 0.0230047119));
        assertThat(fit.beta()).isEqualTo(0.9704841534, within(1e-3 * 0.9704841534));
        assertThat(fit.variance()).isEqualTo(15.904831e-4, within(1e-3 * 15.904831e-4));
    }

    @Test
    void theScoreIsTheSlopeOfTheLikelihood() {
        GarchLikelihood likelihood = new GarchLikelihood(simulated(400, 0.05, 0.1, 0.85, 3));
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 50; trial++) {
            double alpha = 0.01 + 0.3 * random.nextDouble();
            double[] theta = {
                0.2 * random.nextDouble() - 0.1, 0.01 + random.nextDouble(), alpha, (0.99 - alpha) * random.nextDouble()
            };
            likelihood.evaluate(theta);
            double[] score = likelihood.score();
            for (int i = 0; i < theta.length; i++) {
                double h = 1e-6;
                double[] up = theta.clone();
                double[] down = theta.clone();
                up[i] += h;
                down[i] -= h;
                likelihood.evaluate(up);
                double above = likelihood.value();
                likelihood.evaluate(down);
                double slope = (above - likelihood.value()) / (2 * h);
                assertThat(score[i]).isEqualTo(slope, within(1e-4 * (1 + Math.abs(slope))));
            }
        }
    }

    @Test
    void simulatedParametersAreFoundAgain() {
        GarchFit.Estimate fit = GarchFit.of(simulated(20_000, 2e-6, 0.08, 0.90, 17), 0);
        assertThat(fit.alpha()).isEqualTo(0.08, within(0.01));
        assertThat(fit.beta()).isEqualTo(0.90, within(0.015));
    }

    @Test
    void theUnitOfReturnsDoesNotMatter() {
        double[] returns = simulated(3000, 2e-6, 0.08, 0.90, 5);
        GarchFit.Estimate fit = GarchFit.of(returns, 0);
        GarchFit.Estimate percent =
                GarchFit.of(Arrays.stream(returns).map(r -> 100 * r).toArray(), 0);
        assertThat(percent.alpha()).isEqualTo(fit.alpha(), within(1e-6));
        assertThat(percent.beta()).isEqualTo(fit.beta(), within(1e-6));
        assertThat(percent.omega() / 1e4).isEqualTo(fit.omega(), within(1e-5 * fit.omega()));
    }

    @Test
    void theVarianceMovesOnWithoutAFit() {
        PriceHistory history = Simulated.stock(1700, 4);
        Garch fitted = Garch.fit(history.visibleAt(1599), 0);
        Garch stepped = fitted;
        for (int t = 1600; t < 1700; t++) {
            stepped = stepped.advancedTo(history.visibleAt(t));
        }
        assertThat(fitted.advancedTo(history)).isEqualTo(stepped);
        assertThat(Garch.fit(history, 0).alpha()).isNotEqualTo(fitted.alpha());
        assertThatThrownBy(() -> Garch.fit(history, 0).advancedTo(history.visibleAt(1600)))
                .hasMessageContaining("the model has seen");
    }

    @Test
    void theVarianceOfSeveralSessionsIsTheSumOfTheirForecasts() {
        Garch garch = new Garch(0, 1e-5, 0.1, 0.85, 4e-4, LocalDate.of(2026, 4, 24));
        assertThat(garch.sigma(1)).isEqualTo(Math.sqrt(4e-4));
        double second = 1e-5 + 0.95 * 4e-4;
        assertThat(garch.sigma(2)).isEqualTo(Math.sqrt(4e-4 + second), within(1e-16));
        // Closed form: h times the long-run variance, and what is left of today's distance from it.
        double longRun = 1e-5 / 0.05;
        double sum = 21 * longRun + (4e-4 - longRun) * (1 - StrictMath.pow(0.95, 21)) / 0.05;
        assertThat(garch.sigma(21)).isEqualTo(Math.sqrt(sum), within(1e-15));
    }

    @Test
    void withoutAMaximumThereIsAReason() {
        assertThatThrownBy(() -> GarchFit.of(new double[500], 0))
                .isInstanceOf(FitDidNotConverge.class)
                .hasMessageContaining("standard deviation is 0.0");
        assertThatThrownBy(() -> GarchFit.of(simulated(99, 1e-4, 0.1, 0.8, 1), 0))
                .hasMessageContaining("99 returns, at least 100 wanted");
        double[] alternating = new double[400];
        Arrays.setAll(alternating, t -> t % 2 == 0 ? 0.01 : -0.01);
        assertThatThrownBy(() -> GarchFit.of(alternating, 0)).isInstanceOf(FitDidNotConverge.class);
        SplittableRandom random = new SplittableRandom(2);
        int failed = 0;
        for (int trial = 0; trial < 40; trial++) {
            double[] white = random.doubles(300).map(u -> u - 0.5).toArray();
            try {
                GarchFit.Estimate fit = GarchFit.of(white, trial % 4);
                assertThat(fit.alpha() + fit.beta()).isBetween(0.0, 1.0);
                assertThat(fit.nextVariance()).isPositive();
            } catch (FitDidNotConverge e) {
                assertThat(e).hasMessageContaining("garch cannot be fitted");
                failed++;
            }
        }
        assertThat(failed)
                .as("without an ARCH effect the maximum often lies on the edge")
                .isPositive();
    }
}
