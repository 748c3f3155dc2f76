package candor.forecasting.drift;

import candor.forecasting.evaluation.loss.SampleQuantile;
import java.util.Arrays;
import java.util.List;

/**
 * The population stability index, &Sigma; (q - p) ln(q / p) over ten bins that are cut at the type-7 deciles of the
 * reference: p and q are the shares of the reference and of the current sample in a bin, none taken to be below 1e-4. It
 * is the symmetric divergence of Kullback &amp; Leibler (1951) between the two histograms, used by lenders to watch
 * scorecards (Siddiqi 2006): 0 where the shares are the same, never below.
 *
 * <p>Of independent values without drift the expected index is about 9 (1/m + 1/n), m and n the sizes (Yurdakul &amp;
 * Naranjo 2020). Where the reference has many equal values, cuts coincide and the bins between them stay empty; of a
 * constant reference only smaller values can be told apart.
 *
 * @param index the index
 * @param cuts the nine deciles, ascending; a value on a cut belongs above it
 * @param referenceShares of the ten bins, before the least share is put in
 * @param currentShares likewise
 */
public record PopulationStability(
        double index, List<Double> cuts, List<Double> referenceShares, List<Double> currentShares) {

    private static final int BINS = 10;
    private static final double LEAST_SHARE = 1e-4;

    public PopulationStability {
        cuts = List.copyOf(cuts);
        referenceShares = List.copyOf(referenceShares);
        currentShares = List.copyOf(currentShares);
    }

    /**
     * Compares two samples, each in any order.
     *
     * @param reference at least one value, all finite
     * @param current likewise
     */
    public static PopulationStability of(double[] reference, double[] current) {
        double[] from = Sample.sorted("reference", reference);
        double[] to = Sample.sorted("current", current);
        double[] cuts = deciles(from);
        double[] p = shares(from, cuts);
        double[] q = shares(to, cuts);
        return new PopulationStability(index(p, q), listed(cuts), listed(p), listed(q));
    }

    static double index(double[] p, double[] q) {
        double sum = 0;
        for (int bin = 0; bin < p.length; bin++) {
            double before = Math.max(LEAST_SHARE, p[bin]);
            double now = Math.max(LEAST_SHARE, q[bin]);
            sum += (now - before) * StrictMath.log(now / before);
        }
        return sum;
    }

    private static double[] deciles(double[] sorted) {
        double[] cuts = new double[BINS - 1];
        for (int bin = 1; bin < BINS; bin++) {
            // As numpy.linspace has it, not bin / 10.0: their last digits decide where a value goes that is the decile.
            cuts[bin - 1] = SampleQuantile.of(sorted, bin * 0.1);
        }
        return cuts;
    }

    private static double[] shares(double[] sorted, double[] cuts) {
        double[] shares = new double[BINS];
        int from = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int to = from;
            while (to < sorted.length && (bin == BINS - 1 || sorted[to] < cuts[bin])) {
                to++;
            }
            shares[bin] = (double) (to - from) / sorted.length;
            from = to;
        }
        return shares;
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
