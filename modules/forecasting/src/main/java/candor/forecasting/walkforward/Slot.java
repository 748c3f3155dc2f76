package candor.forecasting.walkforward;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one model is for.
 *
 * @param horizon sessions; {@link #ALL_HORIZONS} where one model serves all
 */
public record Slot(Candidate candidate, int horizon) {

    /** In place of a horizon. */
    public static final int ALL_HORIZONS = 0;

    public Slot {
        if (candidate.servesAllHorizons() != (horizon == ALL_HORIZONS)) {
            throw new IllegalArgumentException(candidate.key() + " has no model for " + horizon + " sessions alone");
        }
    }

    /** Where the candidate's model for a horizon is found. */
    public static Slot of(Candidate candidate, int horizon) {
        return new Slot(candidate, candidate.servesAllHorizons() ? ALL_HORIZONS : horizon);
    }

    /**
     * In the order of fits: the models that serve all horizons, then horizon by horizon.
     *
     * @param leftOut keys of candidates without a model
     */
    static List<Slot> all(List<Integer> horizons, Collection<String> leftOut) {
        List<Slot> slots = new ArrayList<>();
        List<Candidate> taking = Candidates.ALL.stream()
                .filter(candidate -> !leftOut.contains(candidate.key()))
                .toList();
        taking.stream().filter(Candidate::servesAllHorizons).forEach(one -> slots.add(new Slot(one, ALL_HORIZONS)));
        for (int horizon : horizons) {
            taking.stream().filter(one -> !one.servesAllHorizons()).forEach(one -> slots.add(new Slot(one, horizon)));
        }
        return slots;
    }
}
