package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Garch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On short histories GARCH often has its maximum on the edge: then it keeps what it was, and the others are fitted. */
class FitsKeptTest {

    private static final int REFIT_EVERY = 21;
    private static final ForecastPlan PLAN = ForecastPlan.of(new ForecastSettings(
            List.of(1),
            120,
            REFIT_EVERY,
            Simulated.FEATURES,
            List.of(0.9),
            Map.of(1, 0.002),
            60,
            Simulated.candidates(List.of(50.0))));

    private final PriceHistory history = Simulated.stock(700, 4);

    private Backtest walk(PriceHistory visible) {
        return WalkForward.run(visible, Simulated.features(visible), new Weekdays(), PLAN, Progress.NONE);
    }

    private static @Nullable Garch fitOrNull(PriceHistory visible) {
        try {
            return Garch.fit(visible, 0);
        } catch (FitDidNotConverge e) {
            return null;
        }
    }

    @Test
    void oneCandidateThatDoesNotConvergeKeepsItsOwnParametersOnly() {
        Backtest backtest = walk(history);
        Map<Integer, Double> sigmas = new HashMap<>();
        backtest.rows().forEach(row -> sigmas.put(history.indexOf(row.origin()), row.forecast(Candidates.of("garch"))));
        // The first rows are HAR-P's alone.
        int first = backtest.rows().stream()
                .filter(row -> Double.isFinite(row.forecast(Candidates.MEAN)))
                .mapToInt(row -> history.indexOf(row.origin()))
                .min()
                .orElseThrow();
        Garch held = null;
        int failed = 0;
        int afterSuccess = 0;
        for (int t = first; t < history.size(); t++) {
            PriceHistory visible = history.visibleAt(t);
            held = held == null ? null : held.advancedTo(visible);
            if ((t - first) % REFIT_EVERY == 0) {
                Garch fit = fitOrNull(visible);
                failed += fit == null ? 1 : 0;
                afterSuccess += fit == null && held != null ? 1 : 0;
                held = fit == null ? held : fit;
            }
            assertThat(sigmas.get(t)).isEqualTo(held == null ? Double.NaN : held.sigma(1));
        }
        assertThat(backtest.fitsKept()).hasSize(failed);
        assertThat(failed).isPositive();
        assertThat(afterSuccess).as("fits that had something to keep").isPositive();
        assertThat(backtest.rows())
                .allMatch(row -> row.sigma() > 0)
                .filteredOn(row -> history.indexOf(row.origin()) >= first)
                .allMatch(row -> Double.isFinite(row.forecast(Candidates.of("ridge"))));
    }

    @Test
    void trainingNamesTheCandidateInstead() {
        int last = 0;
        for (int t = 599; t >= 200 && last == 0; t--) {
            PriceHistory visible = history.visibleAt(t);
            PriceHistory fitted =
                    visible.visibleAt(visible.indexOf(walk(visible).models().fittedAt()));
            last = fitOrNull(fitted) == null ? t : 0;
        }
        PriceHistory visible = history.visibleAt(last);
        assertThatThrownBy(() -> Training.fit(visible, Simulated.features(visible), new Weekdays(), PLAN))
                .isInstanceOf(FitDidNotConverge.class)
                .hasMessageContaining("garch cannot be fitted");
    }
}
