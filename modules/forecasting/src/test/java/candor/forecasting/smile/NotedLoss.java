package candor.forecasting.smile;

import smile.model.cart.Loss;

/** A loss that remembers the first guess it gave, which the fitted model does not tell. */
final class NotedLoss implements Loss {

    private final Loss loss;
    private double intercept = Double.NaN;

    NotedLoss(Loss loss) {
        this.loss = loss;
    }

    double intercept() {
        return intercept;
    }

    @Override
    public double intercept(double[] y) {
        intercept = loss.intercept(y);
        return intercept;
    }

    @Override
    public double value() {
        return loss.value();
    }

    @Override
    public double output(int[] nodeSamples, int[] sampleCount) {
        return loss.output(nodeSamples, sampleCount);
    }

    @Override
    public double[] response() {
        return loss.response();
    }

    @Override
    public double[] residual() {
        return loss.residual();
    }

    /** Smile asks a loss for its kind in this way. */
    @Override
    public String toString() {
        return loss.toString();
    }
}
