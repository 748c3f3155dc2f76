package candor.forecasting.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One-sided adaptive conformal quantiles (Gibbs and Candès 2021) on signed errors e = (realised &minus; centre) / &sigma;,
 * each tail with an &alpha; of its own. With m errors the upper quantile is centre + q&sigma;, q the k-th smallest error,
 * k = &lceil;(m+1)(1&minus;&alpha;)&rceil; within 1..m; the lower one is its mirror image. A tail of the symmetric
 * interval would be linear between 97.5 and 99.5 %, where the true one is convex, and so too far out at 99 %.
 */
final class AdaptiveTails {

    private static final List<Double> PROBABILITIES = TailState.PROBABILITIES;

    private final int horizon;
    private final double gamma;
    private final double[] alphas;
    private final Scores errors;
    private final Scores mirrored;

    AdaptiveTails(int horizon, double gamma, TailState state) {
        this.horizon = horizon;
        this.gamma = gamma;
        this.alphas = state.alphas().stream().mapToDouble(Double::doubleValue).toArray();
        this.errors = Scores.of(state.errors());
        this.mirrored = Scores.of(state.errors().stream().map(error -> -error).toList());
    }

    /** What to multiply &sigma; with, signed; there has to be an error at least. */
    List<Double> multipliers() {
        return ordered(this::multiplier);
    }

    /**
     * The same from the first forecast on: errors of other symbols count as so many as are missing of enough own ones. They
     * have no sign of their own, and falls go further than rises; so they do not stay.
     *
     * @param enough own errors, &ge; 1
     */
    List<Double> multipliers(PooledScores others, int enough) {
        int missing = enough - errors.size();
        return missing <= 0 ? multipliers() : ordered(tail -> multiplier(tail, others, missing));
    }

    private List<Double> ordered(IntToDoubleFunction multiplier) {
        double[] q = IntStream.range(0, alphas.length).mapToDouble(multiplier).toArray();
        // A tail never ends before one with a larger share.
        return List.of(Math.min(q[0], q[1]), q[1], q[2], Math.max(q[2], q[3]));
    }

    private double multiplier(int tail, PooledScores others, int weight) {
        boolean upper = isUpper(tail);
        double q = MixedScores.quantile(upper ? errors : mirrored, others.signed(), weight, alphas[tail]);
        return upper ? q : -q;
    }

    private double multiplier(int tail) {
        int m = errors.size();
        int rank = Math.max(AdaptiveConformal.rank(m, alphas[tail]), 1);
        return errors.smallest(isUpper(tail) ? rank : m + 1 - rank);
    }

    private static boolean isUpper(int tail) {
        return TailState.isUpper(PROBABILITIES.get(tail));
    }

    void learn(double error, List<Double> issued) {
        for (int j = 0; j < issued.size(); j++) {
            double share = TailState.share(PROBABILITIES.get(j));
            boolean beyond = isUpper(j) ? error > issued.get(j) : error < issued.get(j);
            alphas[j] += ConformalState.step(horizon, gamma, share) * (share - (beyond ? 1 : 0));
        }
        errors.insert(error);
        mirrored.insert(-error);
    }

    /**
     * Quantiles and expected shortfalls of a forecast; a shortfall is the mean of the errors beyond the quantile.
     *
     * @param others null where nothing but own errors counts
     */
    TailRisk risk(double centre, double sigma, List<Double> multipliers, @Nullable PooledScores others) {
        List<Double> quantiles = new ArrayList<>();
        multipliers.forEach(q -> quantiles.add(centre + q * sigma));
        double shortfall99 = -(centre + meanBelow(multipliers.get(0), others) * sigma);
        double shortfall95 = -(centre + meanBelow(multipliers.get(1), others) * sigma);
        return new TailRisk(quantiles, Math.max(shortfall99, shortfall95), shortfall95);
    }

    /** The mean of the errors below a bound, those of the others where none is there; the bound itself where none is either. */
    private double meanBelow(double bound, @Nullable PooledScores others) {
        double[] beyond = mirrored.above(-bound);
        if (beyond.length == 0 && others != null) {
            beyond = Scores.above(others.signed(), -bound);
        }
        double sum = 0;
        for (int i = beyond.length - 1; i >= 0; i--) {
            sum -= beyond[i];
        }
        return beyond.length == 0 ? bound : sum / beyond.length;
    }

    TailState state() {
        return new TailState(DoubleStream.of(alphas).boxed().toList(), errors.toList());
    }
}
