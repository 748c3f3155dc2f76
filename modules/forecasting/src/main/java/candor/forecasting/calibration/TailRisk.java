package candor.forecasting.calibration;

import java.util.List;

/**
 * How far a log return may go at either end.
 *
 * @param quantiles log returns at {@link TailState#PROBABILITIES}, ascending
 * @param shortfall99 mean loss beyond the value at risk at 99 %, as a positive log return
 * @param shortfall95 the same at 95 %
 */
public record TailRisk(List<Double> quantiles, double shortfall99, double shortfall95) {

    public TailRisk {
        quantiles = List.copyOf(quantiles);
    }

    /** The loss (as a positive log return) that is exceeded with a probability of 1 %. */
    public double valueAtRisk99() {
        return -quantiles.get(0);
    }

    /** The loss (as a positive log return) that is exceeded with a probability of 5 %. */
    public double valueAtRisk95() {
        return -quantiles.get(1);
    }
}
