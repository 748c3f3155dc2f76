package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;
import java.util.stream.IntStream;

/**
 * After which sessions the future is taken away. A leak at a refit shows only near one: labels that are not purged reach
 * a few sessions beyond it, a refit counted from the end moves with the end.
 */
final class Cuts {

    /** Which of the refits, as a share of all: late enough for calibrated intervals, early enough for a future. */
    private static final double EARLY = 0.6;

    private static final double LATE = 0.85;

    private Cuts() {}

    /** At a late refit, and between two. */
    static List<Integer> few(Made made, int refitEvery) {
        int refit = refit(made, refitEvery, LATE);
        return inside(made, refit - refitEvery / 2 - 1, refit);
    }

    /** Those and one before, one and some after a refit, and at an earlier one. */
    static List<Integer> many(Made made, int refitEvery) {
        int refit = refit(made, refitEvery, LATE);
        return inside(
                made,
                refit(made, refitEvery, EARLY),
                refit - refitEvery / 2 - 1,
                refit - 1,
                refit,
                refit + 1,
                refit + 8);
    }

    private static int refit(Made made, int refitEvery, double share) {
        int first = made.history().indexOf(firstFit(made).origin());
        int origins = made.history().size() - 1 - first;
        return first + (int) (share * origins) / refitEvery * refitEvery;
    }

    /** Refits are counted from the first fit of all candidates; of a young history there is none. */
    private static BacktestRow firstFit(Made made) {
        List<BacktestRow> rows = made.backtest().rows();
        return rows.stream().filter(row -> !row.isEarly()).findFirst().orElse(rows.getFirst());
    }

    /** Where the history up to a cut has a forecast, and there is something after it. */
    private static List<Integer> inside(Made made, int... cuts) {
        int first = made.history().indexOf(made.backtest().rows().getFirst().origin());
        int last = made.history().size() - 2;
        return IntStream.of(cuts)
                .filter(cut -> cut >= first && cut <= last)
                .boxed()
                .toList();
    }
}
