package candor.forecasting.calibration;

import java.util.List;

/**
 * All that adaptive conformal intervals need for the next forecast of one horizon.
 *
 * @param horizon sessions, &ge; 1
 * @param levels nominal coverages, ascending, between 0 and 1
 * @param gamma step of the adaptation for levels up to .9, between 0 and 1
 * @param warmUp scores needed before the first interval, &ge; 1
 * @param alphas current miscoverage per level; may leave 0..1, clipped only when used
 * @param scores |realised &minus; centre| / &sigma; of all complete forecasts, ascending
 * @param tempered the same scores, each divided by the width of its occasion, ascending; none without a {@link Pool}
 * @param tails of the same forecasts
 */
public record ConformalState(
        int horizon,
        List<Double> levels,
        double gamma,
        int warmUp,
        List<Double> alphas,
        List<Double> scores,
        List<Double> tempered,
        TailState tails) {

    private static final double WHOLE_STEP_FROM = 0.1;

    public ConformalState {
        levels = List.copyOf(levels);
        alphas = List.copyOf(alphas);
        scores = List.copyOf(scores);
        tempered = List.copyOf(tempered);
        if (alphas.size() != levels.size()) {
            throw new IllegalArgumentException(alphas.size() + " alphas for " + levels.size() + " levels");
        }
        if (horizon < 1 || warmUp < 1 || !(gamma > 0 && gamma < 1)) {
            throw new IllegalArgumentException("want horizon and warm-up from 1 and gamma between 0 and 1, got "
                    + horizon + ", " + warmUp + ", " + gamma);
        }
    }

    /**
     * The step of a level. Over several sessions misses come in clusters, as targets overlap: with the same step for all a
     * cluster took &alpha; of the 99 % level below 0 and its band to the largest score ever. So the step is smaller in
     * proportion there where less than a tenth is to be missed.
     *
     * @param gamma step for levels up to .9
     * @param miscoverage 1 &minus; level
     */
    public static double step(int horizon, double gamma, double miscoverage) {
        return horizon == 1 ? gamma : gamma * Math.min(1, miscoverage / WHOLE_STEP_FROM);
    }

    /** Where calibration begins: no score, every alpha at its nominal miscoverage. */
    public static ConformalState start(int horizon, List<Double> levels, double gamma, int warmUp) {
        List<Double> alphas = levels.stream().map(level -> 1 - level).toList();
        return new ConformalState(horizon, levels, gamma, warmUp, alphas, List.of(), List.of(), TailState.START);
    }
}
