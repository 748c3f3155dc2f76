package candor.forecasting.walkforward;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.volatility.Garch;
import candor.forecasting.volatility.LogHarCoefficients;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How forecasts are made: the same plan gives the same forecasts in training, walk-forward and forecast.
 *
 * @param settings horizons and hyper-parameters
 * @param schedule when coefficients are fitted again
 * @param champions the methods per horizon of the settings
 * @param without names of candidates that are left out: their columns are NaN; only {@code ridge}, {@code boosting},
 *     {@code garch} and {@code logHarL} are fitted, and only these can be
 */
public record ForecastPlan(
        ForecastSettings settings, RefitSchedule schedule, Map<Integer, Champion> champions, Set<String> without) {

    private static final Set<String> FITTED =
            Set.of(RidgeCoefficients.NAME, BoostedTrees.NAME, Garch.NAME, LogHarCoefficients.NAME);

    public ForecastPlan {
        champions = Collections.unmodifiableMap(new TreeMap<>(champions));
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
        for (String name : without) {
            if (!FITTED.contains(name)) {
                throw new IllegalArgumentException(
                        "cannot leave out '" + name + "'; only ridge, boosting, garch and logHarL are fitted");
            }
        }
        for (int horizon : settings.horizons()) {
            Champion champion = champions.get(horizon);
            if (champion == null) {
                throw new IllegalArgumentException("no champion for the horizon of " + horizon + " sessions");
            }
            if (without.contains(champion.mean().key())
                    || without.contains(champion.scale().key())) {
                throw new IllegalArgumentException("the champion of the horizon of " + horizon + " sessions, "
                        + champion + ", is among the candidates left out: " + without);
            }
        }
    }

    /** The settings' own schedule, all candidates, random walk and log-HAR-L as champions. */
    public static ForecastPlan of(ForecastSettings settings) {
        Map<Integer, Champion> champions = new TreeMap<>();
        settings.horizons().forEach(horizon -> champions.put(horizon, Champion.FIRST));
        return new ForecastPlan(
                settings, RefitSchedule.everySessions(settings.refitEvery()), champions, Collections.emptySet());
    }

    /** The plan with other refit origins. */
    public ForecastPlan withSchedule(RefitSchedule other) {
        return new ForecastPlan(settings, other, champions, without);
    }

    /** The plan with other champions, one for each horizon of the settings. */
    public ForecastPlan withChampions(Map<Integer, Champion> others) {
        return new ForecastPlan(settings, schedule, others, without);
    }

    /** The plan without the named candidates. */
    public ForecastPlan withoutCandidates(Set<String> names) {
        return new ForecastPlan(settings, schedule, champions, names);
    }

    boolean includes(String candidate) {
        return !without.contains(candidate);
    }

    Champion champion(int horizon) {
        Champion champion = champions.get(horizon);
        if (champion == null) {
            throw new IllegalArgumentException("the plan has no horizon of " + horizon + " sessions");
        }
        return champion;
    }
}
