package candor.forecasting.walkforward;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.LearningTask;
import java.util.Collections;
import java.util.List;
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
 * @param without keys of candidates that are left out: their columns are NaN; only those that are fitted can be
 */
public record ForecastPlan(
        ForecastSettings settings, RefitSchedule schedule, Map<Integer, Champion> champions, Set<String> without) {

    public ForecastPlan {
        champions = Collections.unmodifiableMap(new TreeMap<>(champions));
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
        for (String name : without) {
            if (!Candidates.fitted().contains(name)) {
                throw new IllegalArgumentException(
                        "cannot leave out '" + name + "'; only " + list(Candidates.fitted()) + " are fitted");
            }
        }
        for (int horizon : settings.horizons()) {
            Champion champion = champions.get(horizon);
            if (champion == null) {
                throw new IllegalArgumentException("no champion for the horizon of " + horizon + " sessions");
            }
            if (champion.mean().isWithout(without) || champion.scale().isWithout(without)) {
                throw new IllegalArgumentException("the champion of the horizon of " + horizon + " sessions, "
                        + champion + ", is among the candidates left out: " + without);
            }
        }
    }

    /** The settings' own schedule, all candidates, the first champions. */
    public static ForecastPlan of(ForecastSettings settings) {
        Map<Integer, Champion> champions = new TreeMap<>();
        settings.horizons().forEach(horizon -> champions.put(horizon, Champion.first(horizon)));
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

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * The first origin, counted in sessions, that the candidates can forecast from which wait for no rows.
     *
     * @return {@link Integer#MAX_VALUE} where one of them is left out
     */
    int earliestOrigin() {
        return Candidates.ALL.stream()
                .filter(candidate -> candidate.earliestOrigin().isPresent())
                .mapToInt(candidate -> candidate.isWithout(without)
                        ? Integer.MAX_VALUE
                        : candidate.earliestOrigin().getAsInt())
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    /** The models that it fits, in the order of fits. */
    List<Slot> slots() {
        return Slot.all(settings.horizons(), without);
    }

    /** Sessions between fits of a candidate at least; 1 where it is fitted at every refit. */
    int refitEvery(Candidate candidate) {
        return settings.candidates().of(candidate).refitEvery();
    }

    /** What a model has to learn. */
    LearningTask task(Slot slot) {
        return new LearningTask(
                slot.horizon(),
                settings.features(),
                settings.minimumRows(),
                settings.refitEvery(),
                settings.candidates().of(slot.candidate()));
    }

    Champion champion(int horizon) {
        Champion champion = champions.get(horizon);
        if (champion == null) {
            throw new IllegalArgumentException("the plan has no horizon of " + horizon + " sessions");
        }
        return champion;
    }
}
