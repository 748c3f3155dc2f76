package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.PriceHistory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriversTest {

    private static final ForecastPlan PLAN = ForecastPlan.of(new ForecastSettings(
            List.of(1, 5, 21),
            120,
            21,
            Simulated.FEATURES,
            List.of(0.5, 0.9),
            Map.of(1, 0.002, 5, 0.001, 21, 0.0005),
            60,
            Simulated.candidates(List.of(5.0, 50.0))));

    private final PriceHistory history = Simulated.stock(420, 20260424);

    private List<HorizonForecast> forecasts(Candidate mean, Candidate scale) {
        Champion champion = new Champion(mean, scale);
        ForecastPlan plan = PLAN.withChampions(Map.of(1, champion, 5, champion, 21, champion));
        Backtest walk = WalkForward.run(history, Simulated.features(history), new Weekdays(), plan, Progress.NONE);
        return Forecasting.at(history, Simulated.features(history), walk.models(), walk.calibration(), plan);
    }

    @Test
    void addUpToTheChampionsForecast() {
        for (Candidate method : List.of(Candidates.of("ridge"), Candidates.of("boosting"), Candidates.of("average"))) {
            for (HorizonForecast forecast : forecasts(method, Candidates.LOG_HAR_L)) {
                Explanation mean = forecast.drivers().mean().orElseThrow();
                assertThat(mean.total()).isCloseTo(forecast.centre(), within(1e-12));
                assertThat(mean.contributions().stream().map(Contribution::feature))
                        .containsExactlyElementsOf(Simulated.FEATURES);
                Explanation volatility = forecast.drivers().volatility().orElseThrow();
                assertThat(volatility.total()).isCloseTo(2 * StrictMath.log(forecast.sigma()), within(1e-12));
            }
        }
    }

    @Test
    void aMethodWithoutFeaturesHasNone() {
        for (Candidate method : List.of(Candidates.ZERO, Candidates.MEAN)) {
            for (Candidate scale : List.of(Candidates.EWMA, Candidates.of("garch"))) {
                for (HorizonForecast forecast : forecasts(method, scale)) {
                    assertThat(forecast.distribution()).isPresent();
                    assertThat(forecast.drivers()).isEqualTo(Drivers.NONE);
                }
            }
        }
    }
}
