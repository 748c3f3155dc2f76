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
    private final AdaptiveTails tails;

    public AdaptiveConformal(ConformalState state) {
        this.begun = state;
        this.alphas = state.alphas().stream().mapToDouble(Double::doubleValue).toArray();
        this.scores = Scores.of(state.scores());
        this.tails = new AdaptiveTails(state.horizon(), state.gamma(), state.tails());
    }

    /** What to multiply &sigma; with; empty while there are fewer scores than the warm-up. */
    public Multipliers multipliers() {
        if (scores.size() < begun.warmUp()) {
            return Multipliers.NONE;
        }
        List<Double> multipliers = new ArrayList<>(alphas.length);
        for (double alpha : alphas) {
            multipliers.add(multiplier(alpha));
        }
        return new Multipliers(multipliers, tails.multipliers());
    }

    private double multiplier(double alpha) {
        int k = rank(scores.size(), alpha);
        return k < 1 ? 0 : scores.smallest(k);
    }

    /** k of the k-th smallest of m scores, from 0 to m. */
    static int rank(int m, double alpha) {
        double clipped = Math.min(Math.max(alpha, 0), 1);
        return Math.min((int) Math.ceil((m + 1) * (1 - clipped) - ROUNDING), m);
    }

    /**
     * Learns from a forecast whose target is complete; in the order of their origins.
     *
     * @param error (realised &minus; centre) / &sigma;
     * @param issued the multipliers that went out with that forecast; empty if it had none
     */
    public void learn(double error, Multipliers issued) {
        double score = Math.abs(error);
        for (int j = 0; j < issued.levels().size(); j++) {
            double missed = score > issued.levels().get(j) ? 1 : 0;
            double miscoverage = 1 - begun.levels().get(j);
            alphas[j] += ConformalState.step(begun.horizon(), begun.gamma(), miscoverage) * (miscoverage - missed);
        }
        scores.insert(score);
        tails.learn(error, issued.tails());
    }

    /**
     * The forecast's distribution by the scores so far.
     *
     * @param multipliers not empty
     */
    public PredictiveDistribution distribution(double mean, double sigma, Multipliers multipliers) {
        return PredictiveDistribution.of(mean, sigma, begun.levels(), multipliers.levels(), scores);
    }

    /**
     * The ends of the forecast by the errors so far.
     *
     * @param multipliers not empty
     */
    public TailRisk tailRisk(double mean, double sigma, Multipliers multipliers) {
        return tails.risk(mean, sigma, multipliers.tails());
    }

    /** The current state; {@code new AdaptiveConformal(state())} continues as this one would. */
    public ConformalState state() {
        List<Double> current = DoubleStream.of(alphas).boxed().toList();
        return new ConformalState(
                begun.horizon(),
                begun.levels(),
                begun.gamma(),
                begun.warmUp(),
                current,
                scores.toList(),
                tails.state());
    }
}
