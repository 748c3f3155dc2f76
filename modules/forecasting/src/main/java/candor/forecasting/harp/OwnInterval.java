package candor.forecasting.harp;

import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.Scores;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntToDoubleFunction;

/** The adaptive conformal interval of one level: scores of the symbol and of the prior together. */
final class OwnInterval {

    private record Issued(int origin, double sigma, double multiplier) {}

    private final Prior prior;
    private final int level;
    private final double step;
    private final double miscoverage;
    private final Scores scores = new Scores();
    private final Deque<Issued> waiting = new ArrayDeque<>();
    private double alpha;

    /**
     * @param level its place among the prior's
     * @param gamma step of the adaptation, between 0 and 1, for levels up to .9
     */
    OwnInterval(Prior prior, int level, double gamma) {
        this.prior = prior;
        this.level = level;
        this.miscoverage = 1 - prior.levels().get(level);
        this.step = ConformalState.step(prior.horizon(), gamma, miscoverage);
        this.alpha = miscoverage;
    }

    /**
     * Learns from all forecasts whose targets are complete at a session.
     *
     * @param realised the h-session log return after an origin; NaN where there is none
     */
    void learn(int session, IntToDoubleFunction realised) {
        while (!waiting.isEmpty() && waiting.element().origin() + prior.horizon() <= session) {
            Issued past = waiting.remove();
            double score = Math.abs(realised.applyAsDouble(past.origin())) / past.sigma();
            if (Double.isFinite(score)) {
                alpha += step * (miscoverage - (score > past.multiplier() ? 1 : 0));
                scores.insert(score);
            }
        }
    }

    /** The interval's band after learning. */
    Band issue(int origin, VarianceForecast forecast) {
        double multiplier = MixedScores.quantile(
                scores, forecast.version().scoresOf(level), prior.weights().scores(), alpha);
        double sigma = forecast.sigma(level);
        waiting.add(new Issued(origin, sigma, multiplier));
        return new Band(sigma, multiplier, alpha);
    }
}
