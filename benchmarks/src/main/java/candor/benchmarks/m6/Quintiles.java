package candor.benchmarks.m6;

import java.util.Arrays;

/** Which fifth of the assets each one's return fell into, and what a forecast of that scores. */
final class Quintiles {

    static final int COUNT = 5;

    private Quintiles() {}

    /**
     * For each asset the share of it in each quintile, lowest first: 1 in one of them, but for ties. Assets with the same
     * return share their places, as in the competition.
     */
    static double[][] realised(double[] returns) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        int size = returns.length / COUNT;
        double[][] shares = new double[returns.length][COUNT];
        for (int i = 0; i < returns.length; i++) {
            int first = 0;
            while (sorted[first] < returns[i]) {
                first++;
            }
            int end = first;
            while (end < sorted.length && sorted[end] == returns[i]) {
                end++;
            }
            for (int place = first; place < end; place++) {
                shares[i][place / size] += 1.0 / (end - first);
            }
        }
        return shares;
    }

    /**
     * Ranked probability score (Epstein 1969) of one asset: the mean over the quintiles of the squared difference between
     * the cumulated probabilities and the cumulated outcome; 0 for foresight, at most 0.8.
     */
    static double rankedProbabilityScore(double[] probabilities, double[] realised) {
        double difference = 0;
        double sum = 0;
        for (int k = 0; k < COUNT; k++) {
            difference += probabilities[k] - realised[k];
            sum += difference * difference;
        }
        return sum / COUNT;
    }

    /** The score on average over the assets. */
    static double meanScore(double[][] probabilities, double[][] realised) {
        double sum = 0;
        for (int i = 0; i < realised.length; i++) {
            sum += rankedProbabilityScore(probabilities[i], realised[i]);
        }
        return sum / realised.length;
    }

    /** A fifth for each quintile, for so many assets. */
    static double[][] equalChances(int assets) {
        double[][] probabilities = new double[assets][COUNT];
        for (double[] each : probabilities) {
            Arrays.fill(each, 1.0 / COUNT);
        }
        return probabilities;
    }
}
