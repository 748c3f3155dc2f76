package candor.forecasting.evaluation;

import java.util.Arrays;

/**
 * The candidates in service at one horizon, by their names in metrics.json.
 *
 * @param mean zero, mean or ridge
 * @param scale ewma or logHarL
 */
public record ChampionNames(String mean, String scale) {

    /** In service until evidence puts another in its place. */
    public static final ChampionNames INITIAL =
            new ChampionNames(MeanCandidate.ZERO.key(), ScaleCandidate.LOG_HAR_L.key());

    public ChampionNames {
        if (Arrays.stream(MeanCandidate.values()).map(MeanCandidate::key).noneMatch(mean::equals)) {
            throw new IllegalArgumentException("no such candidate for the mean: '" + mean + "'");
        }
        if (Arrays.stream(ScaleCandidate.values()).map(ScaleCandidate::key).noneMatch(scale::equals)) {
            throw new IllegalArgumentException("no such candidate for the scale: '" + scale + "'");
        }
    }
}
