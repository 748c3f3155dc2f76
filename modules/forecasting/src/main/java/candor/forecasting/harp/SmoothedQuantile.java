package candor.forecasting.harp;

/**
 * Linear quantile regression on one regressor and a constant with a smoothed loss: minimises
 * &Sigma; &tau;u + &delta; ln(1 + exp(&minus;u/&delta;)), u = y &minus; a &minus; b x, by Newton's method with short
 * steps.
 */
final class SmoothedQuantile {

    private static final double BANDWIDTH = 0.1;
    private static final double LEAST_CURVATURE = 1e-6;
    private static final double LONGEST_STEP = 0.5;
    private static final double SMALL_STEP = 1e-5;
    private static final int STEPS = 25;
    private static final double STEEPEST = 40;

    private SmoothedQuantile() {}

    /**
     * The slope b.
     *
     * @param x as many as y, finite
     * @param start where the constant begins: the quantile of y
     * @param tau probability, between 0 and 1
     */
    static double slope(double[] x, double[] y, double start, double tau) {
        double constant = start;
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = LEAST_CURVATURE;
            double h01 = 0;
            double h11 = LEAST_CURVATURE;
            for (int i = 0; i < x.length; i++) {
                double u = (y[i] - (constant + slope * x[i])) / BANDWIDTH;
                double p = 1 / (1 + StrictMath.exp(Math.clamp(u, -STEEPEST, STEEPEST)));
                double w = Math.max(p * (1 - p) / BANDWIDTH, LEAST_CURVATURE);
                g0 += tau - p;
                g1 += x[i] * (tau - p);
                h00 += w;
                h01 += w * x[i];
                h11 += w * x[i] * x[i];
            }
            double determinant = h00 * h11 - h01 * h01;
            double d0 = (h11 * g0 - h01 * g1) / determinant;
            double d1 = (h00 * g1 - h01 * g0) / determinant;
            double longest = Math.max(Math.abs(d0), Math.abs(d1));
            double share = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
            constant += share * d0;
            slope += share * d1;
            if (longest < SMALL_STEP) {
                break;
            }
        }
        return slope;
    }
}
