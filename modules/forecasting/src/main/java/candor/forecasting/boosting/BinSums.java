// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.boosting;

/** For each column and bin: how many rows of a node lie there, and the sum of their residuals. */
final class BinSums {

    private final double[][] sums;
    private final int[][] counts;

    private BinSums(int columns) {
        this.sums = new double[columns][BinnedRows.BINS];
        this.counts = new int[columns][BinnedRows.BINS];
    }

    /** Of the rows {@code chosen[from..to)}, in their order. */
    static BinSums of(BinnedRows rows, double[] residuals, int[] chosen, int from, int to) {
        BinSums histogram = new BinSums(rows.columns());
        double[] own = new double[to - from];
        for (int k = from; k < to; k++) {
            own[k - from] = residuals[chosen[k]];
        }
        for (int j = 0; j < rows.columns(); j++) {
            byte[] bins = rows.column(j);
            double[] sum = histogram.sums[j];
            int[] count = histogram.counts[j];
            for (int k = from; k < to; k++) {
                int bin = bins[chosen[k]];
                sum[bin] += own[k - from];
                count[bin]++;
            }
        }
        return histogram;
    }

    /** Takes those of a part of the rows away: what is left is the other part's. */
    void subtract(BinSums part) {
        for (int j = 0; j < sums.length; j++) {
            for (int bin = 0; bin < BinnedRows.BINS; bin++) {
                sums[j][bin] -= part.sums[j][bin];
                counts[j][bin] -= part.counts[j][bin];
            }
        }
    }

    double sum(int column, int bin) {
        return sums[column][bin];
    }

    int count(int column, int bin) {
        return counts[column][bin];
    }
}
