package candor.forecasting.harp;

import candor.forecasting.learning.Cholesky;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
    private final NormalEquations own;
    private final Deque<Waiting> waiting;
    private double ratios;
    private int outcomes;
    private int sessions;
    private int begun = -1;
    private double @Nullable [] coefficients;
    private @Nullable LocalDate fittedWith;

    /** What was known and forecast at an origin whose outcome is not complete; no row, and NaN, where there was nothing. */
    private static final class Waiting {

        private final double @Nullable [] row;
        private final double logScale;

        Waiting(double @Nullable [] row, double logScale) {
            this.row = row;
            this.logScale = logScale;
        }
    }

    OwnScale(Prior prior) {
        this.prior = prior;
        this.own = new NormalEquations(OwnRegressors.NAMES.size());
        this.waiting = new ArrayDeque<>();
    }

    private OwnScale(Prior prior, NormalEquations own, Deque<Waiting> waiting) {
        this.prior = prior;
        this.own = own;
        this.waiting = waiting;
    }

    /**
     * All that later forecasts need, for storage.
     *
     * @param horizon sessions, &ge; 1
     * @param sessions taken in
     * @param gram sums of products of the own rows, the lower triangle row after row
     * @param right sums of products with the targets
     * @param waiting what was known at the origins whose outcomes are not complete, oldest first
     * @param ratios sum of y&sup2;/exp F over the outcomes
     * @param outcomes of own forecasts so far
     * @param begun session of the first forecast; -1 before it
     * @param coefficients the constant first; none before the first forecast
     * @param fittedWith date of the prior's version that they were fitted with; null before the first forecast
     */
    record State(
            int horizon,
            int sessions,
            List<Double> gram,
            List<Double> right,
            List<Origin> waiting,
            double ratios,
            int outcomes,
            int begun,
            List<Double> coefficients,
            @Nullable LocalDate fittedWith) {

        State {
            gram = List.copyOf(gram);
            right = List.copyOf(right);
            waiting = List.copyOf(waiting);
            coefficients = List.copyOf(coefficients);
        }
    }

    /**
     * An origin whose outcome is not complete.
     *
     * @param row of regressors; empty where one was not defined
     * @param logScale F; null where there was no forecast
     */
    record Origin(List<Double> row, @Nullable Double logScale) {

        Origin {
            row = List.copyOf(row);
        }
    }

    static OwnScale of(Prior prior, State state) {
        Deque<Waiting> waiting = new ArrayDeque<>();
        for (Origin origin : state.waiting()) {
            waiting.add(new Waiting(
                    origin.row().isEmpty() ? null : array(origin.row()),
                    origin.logScale() == null ? Double.NaN : origin.logScale()));
        }
        OwnScale scale = new OwnScale(prior, NormalEquations.of(state.gram(), state.right()), waiting);
        scale.ratios = state.ratios();
        scale.outcomes = state.outcomes();
        scale.sessions = state.sessions();
        scale.begun = state.begun();
        scale.coefficients = state.coefficients().isEmpty() ? null : array(state.coefficients());
        scale.fittedWith = state.fittedWith();
        return scale;
    }

    State state() {
        return new State(
                prior.horizon(),
                sessions,
                own.packedGram(),
                own.rightSide(),
                waiting.stream()
                        .map(one -> new Origin(list(one.row), Double.isNaN(one.logScale) ? null : one.logScale))
                        .toList(),
                ratios,
                outcomes,
                begun,
                list(coefficients),
                fittedWith);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double @Nullable [] numbers) {
        return numbers == null ? List.of() : Arrays.stream(numbers).boxed().toList();
    }

    OwnScale copy() {
        OwnScale copy = new OwnScale(prior, own.copy(), new ArrayDeque<>(waiting));
        copy.ratios = ratios;
        copy.outcomes = outcomes;
        copy.sessions = sessions;
        copy.begun = begun;
        copy.coefficients = coefficients;
        copy.fittedWith = fittedWith;
        return copy;
    }

    int horizon() {
        return prior.horizon();
    }

    /**
     * The forecast at the last session of the view; empty where a regressor is not defined, before the prior's first
     * version, and where the regression has gone astray.
     *
     * @param visible views come one session after the other, from the history's first on; one may begin later, and what
     *     it does not reach back to is not learnt
     * @param row the regressors there; null where one of them is not defined
     * @param target logarithm of the mean range variance of the horizon that ends there; NaN where there is none
     */
    Optional<VarianceForecast> step(PriceHistory visible, double @Nullable [] row, double target) {
        int t = sessions++;
        LocalDate session = visible.session(visible.size() - 1);
        if (waiting.size() == prior.horizon()) {
            learn(waiting.remove(), visible, target);
        }
        waiting.add(new Waiting(row, row == null ? Double.NaN : logScale(row, t, session)));
        return current(session);
    }

    private void learn(Waiting complete, PriceHistory visible, double target) {
        double[] row = complete.row;
        if (row != null && Double.isFinite(target)) {
            own.add(row, target);
        }
        int last = visible.size() - 1;
        if (last >= prior.horizon()) {
            double r = Targets.logReturn(visible, last - prior.horizon(), last);
            double ratio = r * r / StrictMath.exp(complete.logScale);
            if (Double.isFinite(ratio)) {
                ratios += ratio;
                outcomes++;
            }
        }
    }

    private double logScale(double[] row, int t, LocalDate session) {
        Optional<PriorVersion> version = prior.at(session);
        if (version.isEmpty()) {
            return Double.NaN;
        }
        double[] b = coefficientsAt(t, version.get());
        double logScale = 0;
        for (int j = 0; j < b.length; j++) {
            logScale += b[j] * row[j];
        }
        return Math.abs(logScale - row[OwnRegressors.LONG_MEAN]) < MOST_DISTANCE ? logScale : Double.NaN;
    }

    private double[] coefficientsAt(int t, PriorVersion version) {
        begun = begun < 0 ? t : begun;
        double[] b = coefficients;
        if (b == null || (t - begun) % REFIT_EVERY == 0 || !version.date().equals(fittedWith)) {
            b = fit(version);
            coefficients = b;
            fittedWith = version.date();
        }
        return b;
    }

    /**
     * The forecast at the session stepped to last.
     *
     * @param session its date
     */
    Optional<VarianceForecast> current(LocalDate session) {
        Waiting last = waiting.peekLast();
        if (last == null || last.row == null || Double.isNaN(last.logScale)) {
            return Optional.empty();
        }
        double[] row = last.row;
        return prior.at(session).map(version -> {
            double n = prior.weights().outcomes();
            double level = (n * version.level() + ratios) / (n + outcomes);
            double variance = level * StrictMath.exp(last.logScale);
            return new VarianceForecast(last.logScale, level, variance, row[OwnRegressors.LONG_MEAN]);
        });
    }

    /**
     * How the forecast at the session stepped to last came about; there has to be one.
     *
     * @param session its date
     */
    Regression regression(LocalDate session) {
        double[] row = waiting.getLast().row;
        double[] b = coefficients;
        if (row == null || b == null) {
            throw new IllegalStateException("no forecast at " + session);
        }
        PriorVersion version = prior.at(session).orElseThrow();
        double weight = prior.weights().rows();
        double[] means = new double[b.length];
        for (int j = 0; j < means.length; j++) {
            means[j] = (weight * version.gram().get(j).getFirst() + own.gram(j, 0)) / (weight + own.rows());
        }
        return new Regression(list(b), list(means), list(row));
    }

    private double[] fit(PriorVersion version) {
        double weight = prior.weights().rows();
        double[][] gram = version.triangle();
        double[] pooled = array(version.coefficients());
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
