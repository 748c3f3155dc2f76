package candor.forecasting.exploration;

/**
 * The first four moments of a sample.
 *
 * @param standardDeviation with divisor n - 1
 * @param skewness third central moment over the second to 3/2, divisor n
 * @param excessKurtosis fourth central moment over the second squared, divisor n, less 3
 */
record Moments(double mean, double standardDeviation, double skewness, double excessKurtosis) {

    static Moments of(double[] values) {
        int n = values.length;
        double mean = mean(values);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double deviation = value - mean;
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        double variance = second / n;
        return new Moments(
                mean,
                Math.sqrt(second / (n - 1)),
                third / n / (variance * Math.sqrt(variance)),
                fourth / n / (variance * variance) - 3);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
