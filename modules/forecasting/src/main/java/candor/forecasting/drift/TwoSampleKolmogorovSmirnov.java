package candor.forecasting.drift;

import candor.forecasting.evaluation.test.KolmogorovSmirnov;

/**
 * The test of Smirnov (1939) that two samples of sizes m and n have the same distribution: D = max |F(x) - G(x)| of their
 * empirical distribution functions.
 *
 * <p>The p-value is that of one sample of mn / (m + n) values, rounded, as scipy's asymptotic one: right for samples of
 * dozens of values that are independent and without ties. Values that resemble their neighbours in time count for fewer
 * than they are, and the p-value then is far too small; ties make it too large.
 *
 * @param statistic D, 0 to 1
 * @param p two-sided p-value
 */
public record TwoSampleKolmogorovSmirnov(double statistic, double p) {

    /**
     * Compares two samples, each in any order.
     *
     * @param reference at least one value, all finite
     * @param current likewise
     */
    public static TwoSampleKolmogorovSmirnov of(double[] reference, double[] current) {
        double[] first = Sample.sorted("reference", reference);
        double[] second = Sample.sorted("current", current);
        double product = (double) first.length * second.length;
        double statistic = greatestDifference(first, second) / product;
        int size = (int) Math.max(1, Math.rint(product / (first.length + second.length)));
        return new TwoSampleKolmogorovSmirnov(statistic, KolmogorovSmirnov.p(statistic, size));
    }

    /** mn D, a whole number, so that no rounding depends on which sample comes first. */
    private static long greatestDifference(double[] first, double[] second) {
        long greatest = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double value = Math.min(first[i], second[j]);
            i = firstAbove(value, first, i);
            j = firstAbove(value, second, j);
            greatest = Math.max(greatest, Math.abs((long) i * second.length - (long) j * first.length));
        }
        return greatest;
    }

    private static int firstAbove(double value, double[] sorted, int from) {
        int at = from;
        while (at < sorted.length && sorted[at] <= value) {
            at++;
        }
        return at;
    }
}
