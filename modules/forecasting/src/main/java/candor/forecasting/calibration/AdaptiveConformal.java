package candor.forecasting.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Symmetric adaptive conformal intervals (Gibbs and Candès 2021) on all scores so far. The interval of a level is centre
 * &plusmn; q&sigma; with q the k-th smallest of m scores, k = &lceil;(m+1)(1&minus;&alpha;)&rceil; but at most m (k below
 * 1: q = 0), &alpha; clipped to 0..1. When the outcome is known, &alpha; &larr; &alpha; + &gamma;((1&minus;level)
 * &minus; 1[score &gt; q]) with the level's {@link ConformalState#step}.
 *
 * <p>For a horizon of several sessions the caller hands a score in only when its target is complete.
 */
public final class AdaptiveConformal {

    /** Keeps rounding in (m+1)(1&minus;&alpha;) from lifting a whole number to the next. */
    private static final double ROUNDING = 1e-12;

    private final ConformalState begun;
    private final double[] alphas;
    private final Scores scores;

    public AdaptiveConformal(ConformalState state) {
        this.begun = state;
        this.alphas = state.alphas().stream().mapToDouble(Double::doubleValue).toArray();
        this.scores = Scores.of(state.scores());
    }

    /** What to multiply &sigma; with, one for each level; empty while there are fewer scores than the warm-up. */
    public List<Double> multipliers() {
        if (scores.size() < begun.warmUp()) {
            return List.of();
        }
        List<Double> multipliers = new ArrayList<>(alphas.length);
        for (double alpha : alphas) {
            multipliers.add(multiplier(alpha));
        }
        return multipliers;
    }

    private double multiplier(double alpha) {
        double clipped = Math.min(Math.max(alpha, 0), 1);
        int k = Math.min((int) Math.ceil((scores.size() + 1) * (1 - clipped) - ROUNDING), scores.size());
        return k < 1 ? 0 : scores.smallest(k);
    }

    /**
     * Learns from a forecast whose target is complete; in the order of their origins.
     *
     * @param score |realised &minus; centre| / &sigma;
     * @param issued the multipliers that went out with that forecast; empty if it had none
     */
    public void learn(double score, List<Double> issued) {
        for (int j = 0; j < issued.size(); j++) {
            double missed = score > issued.get(j) ? 1 : 0;
            double miscoverage = 1 - begun.levels().get(j);
            alphas[j] += ConformalState.step(begun.horizon(), begun.gamma(), miscoverage) * (miscoverage - missed);
        }
        scores.insert(score);
    }

    /**
     * The forecast's distribution by the scores so far.
     *
     * @param multipliers not empty
     */
    public PredictiveDistribution distribution(double mean, double sigma, List<Double> multipliers) {
        return PredictiveDistribution.of(mean, sigma, begun.levels(), multipliers, scores);
    }

    /** The current state; {@code new AdaptiveConformal(state())} continues as this one would. */
    public ConformalState state() {
        List<Double> current = DoubleStream.of(alphas).boxed().toList();
        return new ConformalState(
                begun.horizon(), begun.levels(), begun.gamma(), begun.warmUp(), current, scores.toList());
    }
}
