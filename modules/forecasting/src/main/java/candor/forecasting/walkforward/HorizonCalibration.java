package candor.forecasting.walkforward;

import candor.forecasting.calibration.AdaptiveConformal;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.Multipliers;
import candor.forecasting.calibration.Pool;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntToDoubleFunction;

/** One horizon's calibration in the walk-forward: forecasts wait here until their targets are complete. */
final class HorizonCalibration {

    private record Issued(int origin, double centre, double sigma, Multipliers multipliers) {}

    private final int horizon;
    private final AdaptiveConformal conformal;
    private final Deque<Issued> waiting = new ArrayDeque<>();

    /** @param pool what counts beside the own scores */
    HorizonCalibration(int horizon, ForecastSettings settings, Pool pool) {
        double gamma = settings.gamma().getOrDefault(horizon, Double.NaN);
        this.horizon = horizon;
        this.conformal = new AdaptiveConformal(
                ConformalState.start(horizon, settings.levels(), gamma, settings.calibrationWarmUp()), pool);
    }

    /**
     * Learns from all forecasts whose targets are complete at a session.
     *
     * @param session index of the last session visible
     * @param realised the h-session log return after an origin, asked for complete targets only
     */
    void learn(int session, IntToDoubleFunction realised) {
        while (!waiting.isEmpty() && waiting.element().origin() + horizon <= session) {
            Issued past = waiting.remove();
            double error = (realised.applyAsDouble(past.origin()) - past.centre()) / past.sigma();
            // A champion without a forecast (a feature was not defined) has nothing to be scored.
            if (Double.isFinite(error)) {
                conformal.learn(error, past.multipliers());
            }
        }
    }

    void issue(int origin, double centre, double sigma, Multipliers multipliers) {
        waiting.add(new Issued(origin, centre, sigma, multipliers));
    }

    AdaptiveConformal conformal() {
        return conformal;
    }
}
