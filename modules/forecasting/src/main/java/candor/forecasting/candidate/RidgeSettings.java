package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;
import java.util.List;

/**
 * What may be set of ridge regression.
 *
 * @param penalties to choose from inside the training window, on standardised features, ascending, each &gt; 0
 */
public record RidgeSettings(List<Double> penalties) implements HyperParameters {

    private static final double STEP = 10;

    public RidgeSettings {
        penalties = List.copyOf(penalties);
        boolean ascending = !penalties.isEmpty() && penalties.getFirst() > 0;
        for (int i = 1; i < penalties.size(); i++) {
            ascending &= penalties.get(i) > penalties.get(i - 1);
        }
        if (!ascending || !(penalties.getLast() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "candidates.ridge.penalties is " + penalties + "; want positive numbers, ascending");
        }
    }

    static RidgeSettings standard() {
        return new RidgeSettings(List.of(10.0, 100.0, 1e3, 1e4, 1e5));
    }

    /** Ten times the penalties of the attempt before. */
    @Override
    public RidgeSettings attempt(int attempt) {
        double factor = StrictMath.pow(STEP, attempt);
        return new RidgeSettings(
                penalties.stream().map(penalty -> penalty * factor).toList());
    }
}
