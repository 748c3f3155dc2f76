package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.learning.Cholesky;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Makes a prior of a panel of symbols: one version at the first session of each year from the fourth on, and one at the
 * last session. A version is made of rows, outcomes and scores that are complete at its date.
 */
public final class PriorBuild {

    /** Years before the first version: its regressors look back on two, and a fit needs rows. */
    private static final int YEARS_BEFORE = 3;

    private static final double RIDGE = 10;
    private static final double LEAST_VARIANCE = 1e-6;

    /** Sessions before a version from which on the forecasts of the walk itself, not those in sample, make it up. */
    private static final int WALKED = 252;

    /** Level whose scores give the slope that all levels but the last share. */
    private static final double SLOPE_OF = 0.9;

    /** The highest level keeps its scores as they are: its slope is not known well enough. */
    private static final double UNTEMPERED_FROM = 0.99;

    private static final int EVERY_SEVENTH = 7;
    private static final double IN_LOGARITHM = 1e-6;

    private final int horizon;
    private final Prior.Weights weights;
    private final List<Double> levels;
    private final List<LocalDate> sessions;
    private final List<PanelSymbol> symbols;
    private final int[] versions;

    private PriorBuild(
            List<PriceHistory> panel,
            TradingCalendar calendar,
            List<Double> levels,
            int horizon,
            Prior.Weights weights) {
        this.horizon = horizon;
        this.weights = weights;
        this.levels = levels;
        this.sessions = panel.stream()
                .flatMap(history -> dates(history).stream())
                .distinct()
                .sorted()
                .toList();
        this.versions = versions(sessions);
        this.symbols = panel.stream()
                .map(history -> new PanelSymbol(history, places(history), horizon, calendar))
                .toList();
    }

    /**
     * The prior of one horizon.
     *
     * @param panel one history for each symbol, always in the same order
     * @param levels nominal coverages of the intervals, ascending
     * @param weights how much it is to weigh
     * @throws PanelTooSmall if no version can be made
     */
    public static Prior of(
            List<PriceHistory> panel,
            TradingCalendar calendar,
            List<Double> levels,
            int horizon,
            Prior.Weights weights) {
        return new PriorBuild(panel, calendar, levels, horizon, weights).build();
    }

    private static List<LocalDate> dates(PriceHistory history) {
        return IntStream.range(0, history.size()).mapToObj(history::session).toList();
    }

    private static int[] versions(List<LocalDate> sessions) {
        List<Integer> found = new ArrayList<>();
        for (int t = 1; t < sessions.size(); t++) {
            int year = sessions.get(t).getYear();
            if (year != sessions.get(t - 1).getYear()
                    && year >= sessions.getFirst().getYear() + YEARS_BEFORE) {
                found.add(t);
            }
        }
        if (found.isEmpty()) {
            throw new PanelTooSmall("the panel has the sessions "
                    + (sessions.isEmpty() ? "of no day" : sessions.getFirst() + " to " + sessions.getLast())
                    + "; the first version is made at the beginning of the fourth year");
        }
        if (found.getLast() != sessions.size() - 1) {
            found.add(sessions.size() - 1);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] places(PriceHistory history) {
        return dates(history).stream()
                .mapToInt(day -> Collections.binarySearch(sessions, day))
                .toArray();
    }

    private Prior build() {
        Prior pooled = pooled();
        symbols.forEach(symbol -> symbol.walk(pooled, versions[0]));
        Prior levelled = withEach(
                pooled,
                (j, version) -> new PriorVersion(
                        version.date(),
                        version.gram(),
                        version.coefficients(),
                        level(j),
                        version.slopes(),
                        version.scores()));
        symbols.forEach(symbol -> symbol.levels(levelled));
        Prior tempered = horizon == 1
                ? levelled
                : withEach(
                        levelled,
                        (j, version) -> new PriorVersion(
                                version.date(),
                                version.gram(),
                                version.coefficients(),
                                version.level(),
                                slopes(j),
                                version.scores()));
        return withEach(
                tempered,
                (j, version) -> new PriorVersion(
                        version.date(),
                        version.gram(),
                        version.coefficients(),
                        version.level(),
                        version.slopes(),
                        IntStream.range(0, levels.size())
                                .mapToObj(level -> quantiles(
                                        values(j, 1, (symbol, origin) -> symbol.score(origin, level, tempered))))
                                .toList()));
    }

    private interface Making {
        PriorVersion of(int j, PriorVersion before);
    }

    private Prior withEach(Prior prior, Making making) {
        List<PriorVersion> made = new ArrayList<>();
        for (int j = 0; j < versions.length; j++) {
            made.add(making.of(j, prior.versions().get(j)));
        }
        return new Prior(horizon, weights, levels, made);
    }

    /** Regressions over all symbols together; levels, slopes and scores are still to be made. */
    private Prior pooled() {
        NormalEquations sums = new NormalEquations(OwnRegressors.NAMES.size());
        List<Double> noSlopes = Collections.nCopies(levels.size(), 0.0);
        List<List<Double>> noScores = Collections.nCopies(levels.size(), Collections.nCopies(PriorVersion.SCORES, 0.0));
        List<PriorVersion> made = new ArrayList<>();
        for (int place : versions) {
            symbols.forEach(symbol -> symbol.addRows(sums, place));
            if (!(sums.rows() >= OwnRegressors.NAMES.size())) {
                throw new PanelTooSmall(
                        "the panel has " + (int) sums.rows() + " rows of regressors with a known outcome up to "
                                + sessions.get(place) + ", want " + OwnRegressors.NAMES.size());
            }
            made.add(new PriorVersion(sessions.get(place), gram(sums), coefficients(sums), 1, noSlopes, noScores));
        }
        return new Prior(horizon, weights, levels, made);
    }

    private static List<List<Double>> gram(NormalEquations sums) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < OwnRegressors.NAMES.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j <= i; j++) {
                row.add(sums.gram(i, j) / sums.rows());
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Double> coefficients(NormalEquations sums) {
        int width = OwnRegressors.NAMES.size();
        double[][] matrix = new double[width][];
        double[] right = new double[width];
        for (int i = 0; i < width; i++) {
            matrix[i] = new double[i + 1];
        }
        sums.addTo(matrix, right);
        double n = sums.rows();
        for (int i = 1; i < width; i++) {
            double mean = sums.gram(i, 0) / n;
            matrix[i][i] += RIDGE * Math.max(sums.gram(i, i) / n - mean * mean, LEAST_VARIANCE);
        }
        if (!Cholesky.solveInPlace(matrix, right, 0)) {
            throw new IllegalStateException("a penalised Gram matrix is not positive definite");
        }
        return Arrays.stream(right).boxed().toList();
    }

    /**
     * What the origins that count for a version have, symbol by symbol: those after the first version, or for the first
     * ones all.
     */
    private double[] values(int version, int every, ToDoubleBiFunction<PanelSymbol, Integer> value) {
        int place = versions[version];
        int from = isWalked(version) ? versions[0] : 0;
        double[] found = new double[symbols.size() * sessions.size()];
        int n = 0;
        for (PanelSymbol symbol : symbols) {
            for (int t = 0; t < symbol.sessions() && symbol.isComplete(t, place); t++) {
                if (symbol.place(t) >= from && (symbol.place(t) - from) % every == 0) {
                    double one = value.applyAsDouble(symbol, t);
                    if (Double.isFinite(one)) {
                        found[n++] = one;
                    }
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    private double level(int version) {
        double[] ratios = values(isWalked(version) ? version : 0, 1, PanelSymbol::ratio);
        double mean = Arrays.stream(ratios).sum() / ratios.length;
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new PanelTooSmall("the panel has no outcome of a forecast up to " + sessions.get(versions[version]));
        }
        return mean;
    }

    /** Whether enough forecasts lie before a version to go without those in sample. */
    private boolean isWalked(int version) {
        return versions[version] - versions[0] > WALKED;
    }

    private List<Double> slopes(int version) {
        double[] x = values(version, EVERY_SEVENTH, (symbol, t) -> finite(symbol, t) ? symbol.state(t) : Double.NaN);
        double[] y = values(
                version,
                EVERY_SEVENTH,
                (symbol, t) -> finite(symbol, t) ? StrictMath.log(symbol.score(t) + IN_LOGARITHM) : Double.NaN);
        double[] sorted = y.clone();
        Arrays.sort(sorted);
        double slope = SmoothedQuantile.slope(x, y, quantile(sorted, SLOPE_OF), SLOPE_OF);
        return levels.stream().map(level -> level < UNTEMPERED_FROM ? slope : 0).toList();
    }

    private static boolean finite(PanelSymbol symbol, int origin) {
        return Double.isFinite(symbol.score(origin)) && Double.isFinite(symbol.state(origin));
    }

    private static List<Double> quantiles(double[] values) {
        Arrays.sort(values);
        return IntStream.rangeClosed(1, PriorVersion.SCORES)
                .mapToObj(i -> quantile(values, (i - 0.5) / PriorVersion.SCORES))
                .toList();
    }

    /** Between the two neighbours of p (n - 1) in proportion. */
    private static double quantile(double[] ascending, double p) {
        double place = p * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
