package candor.benchmarks.panel;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the 90 % intervals of one symbol held, day by day: to be pooled over symbols.
 *
 * @param sessions the horizon
 * @param days targets, ascending
 * @param parts 0 in calm, 1 in middling, 2 in wild times: thirds of the days by EWMA's variance
 * @param covered whether the outcome lay inside
 */
record CoverageByDay(int sessions, List<LocalDate> days, List<Integer> parts, List<Boolean> covered) {

    private static final int LOWER = BacktestRow.PROBABILITIES.indexOf(0.05);
    private static final int UPPER = BacktestRow.PROBABILITIES.indexOf(0.95);

    CoverageByDay {
        days = List.copyOf(days);
        parts = List.copyOf(parts);
        covered = List.copyOf(covered);
    }

    /** Of calibrated rows with outcomes, those of one horizon. */
    static CoverageByDay of(List<BacktestRow> rows, int sessions) {
        List<BacktestRow> own =
                rows.stream().filter(row -> row.horizon() == sessions).toList();
        double[] sorted = own.stream()
                .mapToDouble(row -> row.variance(Candidates.EWMA))
                .sorted()
                .toArray();
        return new CoverageByDay(
                sessions,
                own.stream().map(BacktestRow::target).toList(),
                own.stream()
                        .map(row -> part(row.variance(Candidates.EWMA), sorted))
                        .toList(),
                own.stream().map(CoverageByDay::isInside).toList());
    }

    private static int part(double variance, double[] sorted) {
        int at = Arrays.binarySearch(sorted, variance);
        return Math.min(3 * Math.max(at, 0) / sorted.length, 2);
    }

    private static boolean isInside(BacktestRow row) {
        return row.quantiles().get(LOWER) <= row.realised()
                && row.realised() <= row.quantiles().get(UPPER);
    }
}
