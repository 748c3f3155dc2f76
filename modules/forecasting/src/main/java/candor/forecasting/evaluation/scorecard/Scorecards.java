package candor.forecasting.evaluation.scorecard;

import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scores the forecasts of a walk-forward over a period. */
public final class Scorecards {

    private Scorecards() {}

    /**
     * One scorecard for each horizon that has an outcome in the period, shortest first.
     *
     * <p>A row belongs to the period if its whole target does: the first session after its origin is not before
     * {@code fromTarget} and its last not after {@code toTarget}. Rows without outcome are left out, rows without
     * quantiles only from what is said about intervals.
     *
     * @param rows of one symbol, all horizons, in any order; their dates must hold every session of the period
     * @param champions by horizon; {@link Champion#first} where there is none
     */
    public static List<HorizonScorecard> of(
            List<BacktestRow> rows, LocalDate fromTarget, LocalDate toTarget, Map<Integer, Champion> champions) {
        if (toTarget.isBefore(fromTarget)) {
            throw new IllegalArgumentException(
                    "the period ends on " + toTarget + ", before it begins on " + fromTarget);
        }
        NavigableSet<LocalDate> sessions = rows.stream()
                .flatMap(row -> Stream.of(row.origin(), row.target()))
                .collect(Collectors.toCollection(TreeSet::new));
        SortedMap<Integer, List<BacktestRow>> byHorizon = rows.stream()
                .filter(row -> Double.isFinite(row.realised()))
                .filter(row -> !sessions.higher(row.origin()).isBefore(fromTarget))
                .filter(row -> !row.target().isAfter(toTarget))
                .sorted(Comparator.comparing(BacktestRow::origin))
                .collect(Collectors.groupingBy(BacktestRow::horizon, TreeMap::new, Collectors.toList()));
        return byHorizon.entrySet().stream()
                .map(entry -> scorecard(
                        entry.getValue(), champions.getOrDefault(entry.getKey(), Champion.first(entry.getKey()))))
                .toList();
    }

    /** The scorecards of a run with every p-value adjusted for all its comparisons, and with the verdicts on skill. */
    public static AdjustedScorecards withAdjustedP(List<HorizonScorecard> horizons) {
        return HolmAdjustment.of(horizons);
    }

    private static HorizonScorecard scorecard(List<BacktestRow> rows, Champion champion) {
        IntervalScoring intervals = IntervalScoring.of(rows);
        return new HorizonScorecard(
                rows.getFirst().horizon(),
                new OriginRange(rows.getFirst().origin(), rows.getLast().origin(), rows.size()),
                PointScoring.of(rows, champion.mean().key()),
                ScaleScoring.of(rows, champion.scale().key()),
                intervals.intervals(),
                TailScoring.of(intervals.rows()),
                intervals.crps(),
                intervals.pit(),
                intervals.coverage90());
    }
}
