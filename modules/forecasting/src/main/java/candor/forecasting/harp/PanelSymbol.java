package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One symbol of a panel: its rows, outcomes and forecasts for one horizon, by its own sessions. */
final class PanelSymbol {

    private final PriceHistory history;
    private final int horizon;
    private final int[] places;
    private final OwnBars bars;
    private final List<double @Nullable []> rows = new ArrayList<>();
    private final double[] targets;
    private final double[] returns;
    private final double[] logScales;
    private final double[] variances;
    private int pooled;

    /** @param places of the history's sessions among those of the panel */
    PanelSymbol(PriceHistory history, int[] places, int horizon, TradingCalendar calendar) {
        int n = history.size();
        this.history = history;
        this.places = places;
        this.horizon = horizon;
        this.bars = new OwnBars(calendar);
        this.targets = filled(n);
        this.returns = filled(n);
        this.logScales = filled(n);
        this.variances = filled(n);
        for (int t = 0; t < n; t++) {
            bars.absorb(history.visibleAt(t));
            rows.add(bars.row(t, horizon));
            if (t >= horizon) {
                targets[t - horizon] = bars.logMeanRange(t - horizon, t);
                returns[t - horizon] = Targets.logReturn(history, t - horizon, t);
            }
        }
    }

    private static double[] filled(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    int sessions() {
        return history.size();
    }

    /** Where a session stands among those of the panel. */
    int place(int session) {
        return places[session];
    }

    /** Whether the target of an origin is complete at a session of the panel. */
    boolean isComplete(int origin, int place) {
        return origin + horizon < places.length && places[origin + horizon] <= place;
    }

    /** Adds the rows whose targets are complete at a session of the panel and that were not added before. */
    void addRows(NormalEquations sums, int place) {
        for (; pooled < rows.size() && isComplete(pooled, place); pooled++) {
            double[] row = rows.get(pooled);
            if (row != null && Double.isFinite(targets[pooled])) {
                sums.add(row, targets[pooled]);
            }
        }
    }

    /**
     * Forecasts the log scale as the symbol's own walk does; before the first version with its coefficients, which have
     * seen those rows: that only starts levels, slopes and scores of the first version.
     */
    void walk(Prior prior, int firstPlace) {
        OwnScale scale = new OwnScale(prior);
        List<Double> first = prior.versions().getFirst().coefficients();
        for (int t = 0; t < rows.size(); t++) {
            double[] row = rows.get(t);
            logScales[t] = scale.step(history.visibleAt(t), row, t < horizon ? Double.NaN : targets[t - horizon])
                    .map(VarianceForecast::logScale)
                    .orElse(row != null && places[t] < firstPlace ? fitted(first, row) : Double.NaN);
        }
    }

    private static double fitted(List<Double> coefficients, double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += coefficients.get(j) * row[j];
        }
        return sum;
    }

    /** y&sup2;/exp F of an origin; NaN without forecast or outcome. */
    double ratio(int origin) {
        return returns[origin] * returns[origin] / StrictMath.exp(logScales[origin]);
    }

    /** Variances of all origins: levels of the versions in force with the symbol's own outcomes. */
    void levels(Prior prior) {
        double sum = 0;
        int outcomes = 0;
        for (int t = 0; t < rows.size(); t++) {
            double known = t < horizon ? Double.NaN : ratio(t - horizon);
            if (Double.isFinite(known)) {
                sum += known;
                outcomes++;
            }
            double n = prior.weights().outcomes();
            double ratios = sum;
            int count = outcomes;
            double level = prior.at(history.session(t))
                    .map(version -> (n * version.level() + ratios) / (n + count))
                    .orElse(prior.versions().getFirst().level());
            variances[t] = level * StrictMath.exp(logScales[t]);
        }
    }

    /** ln(variance/h) less the symbol's mean of ln v. */
    double state(int origin) {
        return StrictMath.log(variances[origin] / horizon) - bars.longMean(origin);
    }

    /** |y| over the square root of the variance; NaN without forecast or outcome. */
    double score(int origin) {
        return Math.abs(returns[origin]) / Math.sqrt(variances[origin]);
    }

    /** The score with the interval of a level tempered as the version in force does it. */
    double score(int origin, int level, Prior prior) {
        PriorVersion version =
                prior.at(history.session(origin)).orElse(prior.versions().getFirst());
        return score(origin) / version.tempering(level, state(origin));
    }
}
