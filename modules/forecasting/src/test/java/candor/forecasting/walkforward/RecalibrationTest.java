package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.PriceHistory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecalibrationTest {

    private static final int SESSIONS = 520;
    private static final ForecastSettings SETTINGS = new ForecastSettings(
            List.of(1, 5),
            120,
            21,
            Simulated.FEATURES,
            List.of(0.5, 0.9),
            Map.of(1, 0.002, 5, 0.001),
            60,
            Simulated.candidates(List.of(50.0)));

    private static Backtest walk(Champion champion) {
        PriceHistory history = Simulated.stock(SESSIONS, 20101015);
        ForecastPlan plan = ForecastPlan.of(SETTINGS).withChampions(Map.of(1, champion, 5, champion));
        return WalkForward.run(history, Simulated.features(history), new Weekdays(), plan, Progress.NONE);
    }

    @Test
    void replayedRowsAreThoseOfAWalkWithThatChampion() {
        Backtest first = walk(Champion.first(1));
        for (Champion champion : List.of(Champion.first(1), new Champion(Candidates.of("ridge"), Candidates.EWMA))) {
            Backtest walked = walk(champion);
            for (int horizon : SETTINGS.horizons()) {
                Recalibration replayed = Recalibration.of(first.rows(), horizon, champion, SETTINGS);
                assertThat(replayed.rows())
                        .isEqualTo(walked.rows().stream()
                                .filter(row -> row.horizon() == horizon)
                                .toList());
                assertThat(walked.calibration()).contains(replayed.state());
            }
        }
    }
}
