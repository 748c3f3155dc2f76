package candor.forecasting.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.fixture.Simulated;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogHarLearnerTest {

    @Test
    void regressorsAreDefinedFromTheSessionThatLeverageNames() {
        PriceHistory history = Simulated.stock(40, 1);
        for (Leverage leverage : Leverage.values()) {
            int first = leverage.firstSession();
            assertThat(LogHarRegressors.at(history.visibleAt(first - 1), leverage))
                    .containsOnly(Double.NaN);
            assertThat(Arrays.stream(LogHarRegressors.at(history.visibleAt(first), leverage)))
                    .allMatch(Double::isFinite);
        }
    }

    @Test
    void onlyCompleteTargetsAreRows() {
        PriceHistory history = Simulated.stock(400, 2);
        for (int horizon : new int[] {1, 5, 21}) {
            assertThat(fit(history, horizon).rows()).isEqualTo(400 - 26 - horizon);
        }
    }

    @Test
    void meansAreThoseOfTheTrainingRows() {
        PriceHistory history = Simulated.stock(400, 3);
        for (int horizon : new int[] {1, 5, 21}) {
            double[] sums = new double[Leverage.WITH.regressors()];
            int rows = 0;
            for (int t = Leverage.WITH.firstSession(); t + horizon < 400; t++) {
                double[] regressors = LogHarRegressors.at(history.visibleAt(t), Leverage.WITH);
                Arrays.setAll(sums, j -> sums[j] + regressors[j]);
                rows++;
            }
            List<Double> means = fit(history, horizon).means();
            for (int j = 0; j < sums.length; j++) {
                assertThat(means.get(j)).isCloseTo(sums[j] / rows, within(1e-12));
            }
        }
    }

    @Test
    void aStockThatNeverMovesHasNoFit() {
        List<Bar> bars = new ArrayList<>();
        double[] adjusted = new double[100];
        for (int t = 0; t < 100; t++) {
            bars.add(new Bar(LocalDate.of(2020, 1, 1).plusDays(t), 10, 10, 10, 10, 0));
            adjusted[t] = 10;
        }
        assertThatThrownBy(() -> fit(PriceHistory.of(bars, adjusted), 1))
                .isInstanceOf(FitDidNotConverge.class)
                .hasMessageContaining("logHarL");
    }

    @Test
    void theProxyHasAFloor() {
        List<Bar> still = List.of(
                new Bar(LocalDate.of(2020, 1, 1), 10, 10, 10, 10, 0),
                new Bar(LocalDate.of(2020, 1, 2), 10, 10, 10, 10, 0));
        assertThat(RangeProxy.of(PriceHistory.of(still, new double[] {10, 10})))
                .containsExactly(Double.NaN, RangeProxy.FLOOR);
    }

    private static LogHarCoefficients fit(PriceHistory history, int horizon) {
        LogHarLearner learner = new LogHarLearner(horizon, Leverage.WITH);
        for (int t = 0; t < history.size(); t++) {
            PriceHistory visible = history.visibleAt(t);
            learner.absorb(visible, LogHarRegressors.at(visible, Leverage.WITH));
        }
        return learner.fit(history);
    }
}
