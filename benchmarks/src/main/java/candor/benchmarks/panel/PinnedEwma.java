package candor.benchmarks.panel;

import candor.forecasting.calibration.Scores;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What every scale is measured by: EWMA 0.94 with the adaptive conformal intervals of the first release, one step for all
 * levels and own scores alone, from the first fit of all candidates on. It stays as it is when the product's calibration changes, so that ratios to it can be
 * compared over releases.
 */
final class PinnedEwma {

    private static final double ROUNDING = 1e-12;
    private static final List<Double> NONE = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);

    private static final double[] UNCALIBRATED = {};

    private final List<Double> levels;
    private final double gamma;
    private final int warmUp;
    private final double[] alphas;
    private final Scores scores = new Scores();

    private PinnedEwma(int horizon, ForecastSettings settings) {
        this.levels = settings.levels();
        this.gamma = settings.gamma().getOrDefault(horizon, Double.NaN);
        this.warmUp = settings.calibrationWarmUp();
        this.alphas = levels.stream().mapToDouble(level -> 1 - level).toArray();
    }

    /**
     * One horizon's rows with EWMA's sigma and quantiles.
     *
     * @param rows of a walk-forward, all horizons or one, in time order
     */
    static List<BacktestRow> of(List<BacktestRow> rows, int horizon, ForecastSettings settings) {
        List<BacktestRow> own =
                rows.stream().filter(row -> row.horizon() == horizon).toList();
        PinnedEwma pinned = new PinnedEwma(horizon, settings);
        List<double[]> issued = new ArrayList<>();
        List<BacktestRow> made = new ArrayList<>();
        for (int t = 0; t < own.size(); t++) {
            if (t >= horizon) {
                pinned.learn(own.get(t - horizon), issued.get(t - horizon));
            }
            BacktestRow row = own.get(t);
            double[] multipliers = row.isEarly() ? UNCALIBRATED : pinned.multipliers();
            issued.add(multipliers);
            double sigma = row.forecast(Candidates.EWMA);
            made.add(row.with(sigma, pinned.quantiles(sigma, multipliers), row.tails()));
        }
        return made;
    }

    private double[] multipliers() {
        double[] q = new double[alphas.length];
        for (int j = 0; j < q.length && scores.size() >= warmUp; j++) {
            double clipped = Math.min(Math.max(alphas[j], 0), 1);
            int k = Math.min((int) Math.ceil((scores.size() + 1) * (1 - clipped) - ROUNDING), scores.size());
            q[j] = k < 1 ? 0 : scores.smallest(k);
        }
        return scores.size() < warmUp ? UNCALIBRATED : q;
    }

    private void learn(BacktestRow past, double[] multipliers) {
        double score = Math.abs(past.realised()) / past.forecast(Candidates.EWMA);
        if (!Double.isFinite(score) || past.isEarly()) {
            return;
        }
        for (int j = 0; j < multipliers.length; j++) {
            alphas[j] += gamma * (1 - levels.get(j) - (score > multipliers[j] ? 1 : 0));
        }
        scores.insert(score);
    }

    /** Symmetric about 0; the median is 0. */
    private List<Double> quantiles(double sigma, double[] multipliers) {
        if (multipliers.length == 0 || !(sigma > 0)) {
            return NONE;
        }
        return BacktestRow.PROBABILITIES.stream()
                .map(p -> p == 0.5 ? 0 : Math.signum(p - 0.5) * sigma * multipliers[level(p)])
                .toList();
    }

    private int level(double probability) {
        double coverage = Math.abs(2 * probability - 1);
        for (int j = 0; j < levels.size(); j++) {
            if (Math.abs(levels.get(j) - coverage) < ROUNDING) {
                return j;
            }
        }
        throw new IllegalArgumentException("no interval ends at the probability " + probability);
    }
}
