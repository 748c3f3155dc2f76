package candor.forecasting.harp;

import candor.forecasting.learning.Cholesky;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The variance of one symbol's h-session log return, forecast at session after session: k exp(F). F is a regression of
 * the logarithm of the mean range variance over the horizon, with coefficients shrunk to the prior's; k makes squared
 * returns of it, from the symbol's own past forecasts and the prior.
 */
final class OwnScale {

    /** Sessions between fits, counted from the symbol's first forecast. */
    static final int REFIT_EVERY = 21;

    /** A log variance so far from the symbol's mean is not believed: the regression has gone astray. */
    private static final double MOST_DISTANCE = 8;

    /** What keeps a regressor that was constant in the panel's window from going where it likes. */
    private static final double LEAST_PENALTY = 0.01;

    private final Prior prior;
    private final OwnBars bars;
    private final NormalEquations own = new NormalEquations(OwnRegressors.NAMES.size());
    private final List<double @Nullable []> rows = new ArrayList<>();
    private final SessionNumbers forecasts = new SessionNumbers();
    private double ratios;
    private int outcomes;
    private int firstForecast = -1;
    private double @Nullable [] coefficients;
    private @Nullable LocalDate fittedWith;

    OwnScale(Prior prior, OwnBars bars) {
        this.prior = prior;
        this.bars = bars;
    }

    /**
     * The forecast at the last session of the view, which the bars have taken in; empty where a regressor is not
     * defined, before the prior's first version, and where the regression has gone astray.
     *
     * @param row the regressors there; null where one of them is not defined
     */
    Optional<VarianceForecast> step(PriceHistory visible, double @Nullable [] row) {
        int t = visible.size() - 1;
        rows.add(row);
        learn(visible, t - prior.horizon(), t);
        Optional<VarianceForecast> forecast = row == null
                ? Optional.empty()
                : prior.at(visible.session(t)).flatMap(version -> forecast(row, t, version));
        forecasts.add(forecast.map(VarianceForecast::logScale).orElse(Double.NaN));
        return forecast;
    }

    private void learn(PriceHistory visible, int origin, int t) {
        if (origin < 0) {
            return;
        }
        double[] row = rows.get(origin);
        double target = bars.logMeanRange(origin, t);
        if (row != null && Double.isFinite(target)) {
            own.add(row, target);
        }
        double r = Targets.logReturn(visible, origin, t);
        double ratio = r * r / StrictMath.exp(forecasts.at(origin));
        if (Double.isFinite(ratio)) {
            ratios += ratio;
            outcomes++;
        }
        rows.set(origin, null);
    }

    private Optional<VarianceForecast> forecast(double[] row, int t, PriorVersion version) {
        firstForecast = firstForecast < 0 ? t : firstForecast;
        double[] b = coefficients;
        if (b == null
                || (t - firstForecast) % REFIT_EVERY == 0
                || !version.date().equals(fittedWith)) {
            b = fit(version);
            coefficients = b;
            fittedWith = version.date();
        }
        double logScale = 0;
        for (int j = 0; j < b.length; j++) {
            logScale += b[j] * row[j];
        }
        if (!(Math.abs(logScale - row[OwnRegressors.LONG_MEAN]) < MOST_DISTANCE)) {
            return Optional.empty();
        }
        double n = prior.weights().outcomes();
        double level = (n * version.level() + ratios) / (n + outcomes);
        double variance = level * StrictMath.exp(logScale);
        double state = StrictMath.log(variance / prior.horizon()) - row[OwnRegressors.LONG_MEAN];
        return Optional.of(new VarianceForecast(logScale, level, variance, state, version));
    }

    private double[] fit(PriorVersion version) {
        double weight = prior.weights().rows();
        double[][] gram = version.triangle();
        double[] pooled =
                version.coefficients().stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = weight * (gram[i][j] + (i == j && i > 0 ? LEAST_PENALTY : 0));
            }
        }
        double[] right = new double[gram.length];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                right[i] += (j <= i ? gram[i][j] : gram[j][i]) * pooled[j];
            }
        }
        own.addTo(gram, right);
        if (!Cholesky.solveInPlace(gram, right, 0)) {
            throw new IllegalStateException("a penalised Gram matrix is not positive definite");
        }
        return right;
    }
}
