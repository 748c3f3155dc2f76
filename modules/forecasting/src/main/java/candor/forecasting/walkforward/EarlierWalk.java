package candor.forecasting.walkforward;

import candor.forecasting.candidate.Candidate;
import java.time.LocalDate;
import java.util.List;

/**
 * An earlier walk-forward with the same settings, schedule and candidates, whatever its champions, from which a later one
 * goes on. What it says of sessions that were restated since is not looked at.
 *
 * @param through last session up to which history and features were then what they are now, bit for bit
 * @param rows of the earlier walk, by origin, then by horizon
 * @param fitsKept of the earlier walk
 */
public record EarlierWalk(LocalDate through, List<BacktestRow> rows, List<KeptFit> fitsKept) {

    public EarlierWalk {
        rows = List.copyOf(rows);
        fitsKept = List.copyOf(fitsKept);
    }

    /** Those of refits whose data are as they were. */
    List<KeptFit> keptThrough() {
        return fitsKept.stream().filter(kept -> !kept.refit().isAfter(through)).toList();
    }

    /** Whether a candidate's fits of a refit session, whose data are as they were, all converged. */
    boolean converged(Candidate candidate, LocalDate refit) {
        return !refit.isAfter(through)
                && keptThrough().stream()
                        .noneMatch(kept ->
                                kept.refit().equals(refit) && kept.candidate().equals(candidate.key()));
    }
}
