package candor.forecasting.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Symmetric adaptive conformal intervals (Gibbs and Candès 2021) on all scores so far. The interval of a level is centre
 * &plusmn; q&sigma; with q the k-th smallest of m scores, k = &lceil;(m+1)(1&minus;&alpha;)&rceil; but at most m (k below
 * 1: q = 0), &alpha; clipped to 0..1. When the outcome is known, &alpha; &larr; &alpha; + &gamma;((1&minus;level)
 * &minus; 1[score &gt; q]) with the level's {@link ConformalState#step}.
 *
 * <p>With a {@link Pool} the scores of other symbols count too, as {@link MixedScores} says, so that there is an interval
 * from the first forecast on; and the interval of a tempered level is as many times as wide as {@link PooledScores#width}
 * says, its scores being divided by that.
 *
 * <p>For a horizon of several sessions the caller hands a score in only when its target is complete.
 */
public final class AdaptiveConformal {

    /** Keeps rounding in (m+1)(1&minus;&alpha;) from lifting a whole number to the next. */
    private static final double ROUNDING = 1e-12;

    private final ConformalState begun;
    private final Pool pool;
    private final double[] alphas;
    private final Scores scores;
    private final Scores tempered;
    private final AdaptiveTails tails;

    /** Of a symbol's own scores alone. */
    public AdaptiveConformal(ConformalState state) {
        this(state, Pool.NONE);
    }

    /** @param pool of the state's horizon and levels; the same that the state has learnt with */
    public AdaptiveConformal(ConformalState state, Pool pool) {
        this.begun = state;
        this.pool = pool;
        this.alphas = state.alphas().stream().mapToDouble(Double::doubleValue).toArray();
        this.scores = Scores.of(state.scores());
        this.tempered = Scores.of(state.tempered());
        this.tails = new AdaptiveTails(state.horizon(), state.gamma(), state.tails());
    }

    /** What to multiply &sigma; with; empty while there are fewer scores than the warm-up, or a pool knows nothing yet. */
    public Multipliers multipliers(Occasion occasion) {
        if (pool.isEmpty()) {
            return scores.size() < begun.warmUp() ? Multipliers.NONE : ofOwn();
        }
        return pool.at(occasion.origin())
                .map(others -> mixed(others, width(others, occasion)))
                .orElse(Multipliers.NONE);
    }

    private Multipliers ofOwn() {
        List<Double> multipliers = new ArrayList<>(alphas.length);
        for (double alpha : alphas) {
            int k = rank(scores.size(), alpha);
            multipliers.add(k < 1 ? 0 : scores.smallest(k));
        }
        return new Multipliers(multipliers, tails.multipliers());
    }

    private Multipliers mixed(PooledScores others, double width) {
        List<Double> multipliers = new ArrayList<>(alphas.length);
        for (int j = 0; j < alphas.length; j++) {
            boolean isTempered = pool.isTempered(j);
            double q =
                    MixedScores.quantile(isTempered ? tempered : scores, others.ofLevel(j), others.weight(), alphas[j]);
            multipliers.add(isTempered ? q * width : q);
        }
        return new Multipliers(multipliers, tails.multipliers(others, begun.warmUp()), width);
    }

    private static double width(PooledScores others, Occasion occasion) {
        return Double.isNaN(occasion.wildness()) ? 1 : others.width(occasion.wildness());
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
        if (!pool.isEmpty()) {
            tempered.insert(score / issued.width());
        }
        tails.learn(error, issued.tails());
    }

    /**
     * The forecast's distribution by the scores so far; where none of the symbol's own lies beyond the last level, by
     * those of the others.
     *
     * @param multipliers not empty
     */
    public PredictiveDistribution distribution(double mean, double sigma, Multipliers multipliers, Occasion occasion) {
        return PredictiveDistribution.of(
                mean, sigma, begun.levels(), multipliers.levels(), bound -> beyond(bound, occasion));
    }

    private double[] beyond(double bound, Occasion occasion) {
        double[] own = scores.above(bound);
        return own.length > 0
                ? own
                : others(occasion)
                        .map(others -> Scores.above(others.ofLevel(alphas.length - 1), bound))
                        .orElse(own);
    }

    private Optional<PooledScores> others(Occasion occasion) {
        return pool.at(occasion.origin());
    }

    /**
     * The ends of the forecast by the errors so far.
     *
     * @param multipliers not empty
     */
    public TailRisk tailRisk(double mean, double sigma, Multipliers multipliers, Occasion occasion) {
        return tails.risk(mean, sigma, multipliers.tails(), others(occasion).orElse(null));
    }

    /** The current state; an {@code AdaptiveConformal} of it continues as this one would. */
    public ConformalState state() {
        List<Double> current = DoubleStream.of(alphas).boxed().toList();
        return new ConformalState(
                begun.horizon(),
                begun.levels(),
                begun.gamma(),
                begun.warmUp(),
                current,
                scores.toList(),
                tempered.toList(),
                tails.state());
    }
}
