package candor.forecasting.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

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

    AdaptiveTails(int horizon, double gamma, TailState state) {
        this.horizon = horizon;
        this.gamma = gamma;
        this.alphas = state.alphas().stream().mapToDouble(Double::doubleValue).toArray();
        this.errors = Scores.of(state.errors());
    }

    /** What to multiply &sigma; with, signed; there has to be an error at least. */
    List<Double> multipliers() {
        double[] q = new double[alphas.length];
        for (int j = 0; j < q.length; j++) {
            q[j] = multiplier(j);
        }
        // A tail never ends before one with a larger share.
        return List.of(Math.min(q[0], q[1]), q[1], q[2], Math.max(q[2], q[3]));
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
    }

    /** Quantiles and expected shortfalls of a forecast; a shortfall is the mean of the errors beyond the quantile. */
    TailRisk risk(double centre, double sigma, List<Double> multipliers) {
        List<Double> quantiles = new ArrayList<>();
        multipliers.forEach(q -> quantiles.add(centre + q * sigma));
        double shortfall99 = -(centre + meanBelow(multipliers.get(0)) * sigma);
        double shortfall95 = -(centre + meanBelow(multipliers.get(1)) * sigma);
        return new TailRisk(quantiles, Math.max(shortfall99, shortfall95), shortfall95);
    }

    /** The mean of the errors below a bound; the bound itself where there is none. */
    private double meanBelow(double bound) {
        double sum = 0;
        int count = 0;
        for (; count < errors.size() && errors.smallest(count + 1) < bound; count++) {
            sum += errors.smallest(count + 1);
        }
        return count == 0 ? bound : sum / count;
    }

    TailState state() {
        return new TailState(DoubleStream.of(alphas).boxed().toList(), errors.toList());
    }
}
