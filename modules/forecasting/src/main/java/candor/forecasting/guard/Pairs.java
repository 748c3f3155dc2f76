package candor.forecasting.guard;

import java.util.ArrayList;
import java.util.List;

/** Pairs of numbers, both finite, in the order they came. */
final class Pairs {

    private final List<double[]> pairs = new ArrayList<>();

    /** Takes a pair in unless one of the numbers is not finite. */
    void add(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            pairs.add(new double[] {x, y});
        }
    }

    int size() {
        return pairs.size();
    }

    /** Pearson's correlation; 0 where one of the two does not vary. */
    double correlation() {
        double meanX = mean(0);
        double meanY = mean(1);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] pair : pairs) {
            double x = pair[0] - meanX;
            double y = pair[1] - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }

    /** Root of the mean squared difference of the two. */
    double distance() {
        double sum = 0;
        for (double[] pair : pairs) {
            double difference = pair[0] - pair[1];
            sum += difference * difference;
        }
        return Math.sqrt(sum / pairs.size());
    }

    /** The share of the variance of y that x, taken as its forecast, explains: 1 - MSE / variance, at most 1. */
    double explained() {
        double mean = mean(1);
        double variance = 0;
        for (double[] pair : pairs) {
            variance += (pair[1] - mean) * (pair[1] - mean);
        }
        double distance = distance();
        return 1 - distance * distance * pairs.size() / variance;
    }

    private double mean(int side) {
        double sum = 0;
        for (double[] pair : pairs) {
            sum += pair[side];
        }
        return sum / pairs.size();
    }
}
