package candor.forecasting.walkforward;

import candor.forecasting.calibration.AdaptiveConformal;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One horizon's calibration in the walk-forward: forecasts wait here until their targets are complete. */
final class HorizonCalibration {

    private record Issued(int origin, double centre, double sigma, List<Double> multipliers) {}

    private final int horizon;
    private final AdaptiveConformal conformal;
    private final Deque<Issued> waiting = new ArrayDeque<>();

    HorizonCalibration(int horizon, ForecastSettings settings) {
        double gamma = settings.gamma().getOrDefault(horizon, Double.NaN);
        this.horizon = horizon;
        this.conformal = new AdaptiveConformal(
                ConformalState.start(horizon, settings.levels(), gamma, settings.calibrationWarmUp()));
    }

    /** Learns from all forecasts whose targets are complete at the end of the view. */
    void learn(PriceHistory visible) {
        int session = visible.size() - 1;
        while (!waiting.isEmpty() && waiting.element().origin() + horizon <= session) {
            Issued past = waiting.remove();
            double realised = Targets.logReturn(visible, past.origin(), past.origin() + horizon);
            double score = Math.abs(realised - past.centre()) / past.sigma();
            // A champion without a forecast (a feature was not defined) has nothing to be scored.
            if (Double.isFinite(score)) {
                conformal.learn(score, past.multipliers());
            }
        }
    }

    void issue(int origin, HorizonForecast forecast) {
        waiting.add(new Issued(origin, forecast.centre(), forecast.sigma(), forecast.multipliers()));
    }

    AdaptiveConformal conformal() {
        return conformal;
    }
}
