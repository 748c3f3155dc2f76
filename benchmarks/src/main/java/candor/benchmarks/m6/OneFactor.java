package candor.benchmarks.m6;

import candor.forecasting.volatility.Ewma;
import java.util.Arrays;
import java.util.List;

/**
 * Returns of many assets that depend on each other through one factor alone (Sharpe 1963): asset i's is normal with mean
 * zero, standard deviation d[i] and correlation b[i] with the factor.
 * The unit of d is any: the horizon scales all of them alike and changes no rank.
 */
final class OneFactor {

    /** No asset is taken to be calmer than this share of the median one: a share that was bought out stands still. */
    private static final double LEAST_DEVIATION = 0.1;

    private static final double LARGEST_LOADING = 0.999;
    private static final double VARIANCE_DECAY = 0.94;

    private final double[] deviations;
    private final double[] loadings;

    private OneFactor(double[] deviations, double[] loadings) {
        this.deviations = deviations;
        this.loadings = loadings;
    }

    /**
     * How correlations are estimated.
     *
     * @param decay weight of a session relative to the next one, at most 1
     * @param shrinkage from 0, the loadings as they are, to 1, their mean for every asset: one correlation for all pairs
     *     (Elton &amp; Gruber 1973; Ledoit &amp; Wolf 2004)
     */
    record Correlations(double decay, double shrinkage) {}

    /**
     * Estimates from returns: variances by EWMA 0.94, begun as the product's; loadings as weighted correlations with the
     * mean of all assets' returns in units of their deviations.
     *
     * @param returns one array for each session, oldest first, at least {@value Ewma#START}
     */
    static OneFactor estimate(List<double[]> returns, Correlations how) {
        double[] deviations = deviations(returns);
        double[] loadings = shrunk(loadings(returns, deviations, how.decay()), how.shrinkage());
        return new OneFactor(deviations, loadings);
    }

    int assets() {
        return deviations.length;
    }

    /** Expected return of an asset, given the factor in units of its standard deviation. */
    double level(int asset, double factor) {
        return deviations[asset] * loadings[asset] * factor;
    }

    /** Standard deviation of what the factor leaves open, above 0. */
    double rest(int asset) {
        return deviations[asset] * Math.sqrt(1 - loadings[asset] * loadings[asset]);
    }

    private static double[] deviations(List<double[]> returns) {
        double[] deviations = new double[returns.getFirst().length];
        for (int i = 0; i < deviations.length; i++) {
            double start = 0;
            for (double[] day : returns.subList(0, Ewma.START)) {
                start += day[i] * day[i];
            }
            double variance = start / Ewma.START;
            for (double[] day : returns.subList(Ewma.START, returns.size())) {
                variance = VARIANCE_DECAY * variance + (1 - VARIANCE_DECAY) * day[i] * day[i];
            }
            deviations[i] = Math.sqrt(variance);
        }
        double[] sorted = deviations.clone();
        Arrays.sort(sorted);
        double least = LEAST_DEVIATION * sorted[sorted.length / 2];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.max(deviations[i], least);
        }
        return deviations;
    }

    private static double[] loadings(List<double[]> returns, double[] deviations, double decay) {
        int assets = deviations.length;
        double[] products = new double[assets];
        double[] squares = new double[assets];
        double factorSquares = 0;
        for (double[] day : returns) {
            double factor = 0;
            for (int i = 0; i < assets; i++) {
                factor += day[i] / deviations[i] / assets;
            }
            factorSquares = decay * factorSquares + factor * factor;
            for (int i = 0; i < assets; i++) {
                double own = day[i] / deviations[i];
                products[i] = decay * products[i] + own * factor;
                squares[i] = decay * squares[i] + own * own;
            }
        }
        double[] loadings = new double[assets];
        for (int i = 0; i < assets; i++) {
            double scale = Math.sqrt(squares[i] * factorSquares);
            loadings[i] = scale > 0 ? products[i] / scale : 0;
        }
        return loadings;
    }

    private static double[] shrunk(double[] loadings, double shrinkage) {
        double mean = 0;
        for (double loading : loadings) {
            mean += loading / loadings.length;
        }
        double[] shrunk = new double[loadings.length];
        for (int i = 0; i < shrunk.length; i++) {
            double loading = (1 - shrinkage) * loadings[i] + shrinkage * mean;
            shrunk[i] = Math.clamp(loading, -LARGEST_LOADING, LARGEST_LOADING);
        }
        return shrunk;
    }
}
