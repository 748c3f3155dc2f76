package candor.forecasting.calibration;

import java.util.List;

/**
 * All that one-sided quantiles need for the next forecast of one horizon.
 *
 * @param alphas current share beyond each of {@link #PROBABILITIES}; may leave 0..1, clipped only when used
 * @param errors (realised &minus; centre) / &sigma; of all complete forecasts, ascending
 */
public record TailState(List<Double> alphas, List<Double> errors) {

    /** Of the quantiles, ascending: value at risk at 99 and 95 %, and the same of who has sold. */
    public static final List<Double> PROBABILITIES = List.of(0.01, 0.05, 0.95, 0.99);

    /** Where calibration begins. */
    public static final TailState START =
            new TailState(PROBABILITIES.stream().map(TailState::share).toList(), List.of());

    public TailState {
        alphas = List.copyOf(alphas);
        errors = List.copyOf(errors);
        if (alphas.size() != PROBABILITIES.size()) {
            throw new IllegalArgumentException(alphas.size() + " alphas for " + PROBABILITIES.size() + " tails");
        }
    }

    /** Outcomes that are to lie beyond the quantile of a probability. */
    static double share(double probability) {
        return isUpper(probability) ? 1 - probability : probability;
    }

    static boolean isUpper(double probability) {
        return probability > 0.5;
    }
}
