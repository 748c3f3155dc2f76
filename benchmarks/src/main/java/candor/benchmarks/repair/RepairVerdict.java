package candor.benchmarks.repair;

import candor.cleaning.repair.RepairResult;
import candor.cleaning.repair.Repairs;
import candor.store.port.RawBar;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How a repair ended.
 *
 * @param needless cells changed that were right
 */
record RepairVerdict(Outcome outcome, int needless) {

    private static final double TOLERANCE = 0.005;
    private static final double SAME = 1e-9;

    /** From best to worst. */
    enum Outcome {
        /** Every wrong cell is right, to half a percent, and no other changed. */
        REPAIRED,
        /** Not all is repaired, no cell is made worse, and a doubt with its reason is left. */
        QUESTIONED,
        /** Wrong cells are left without a word. */
        NOT_SEEN,
        /** A cell that was right was changed, or a wrong one not to the better. */
        WRONG
    }

    /** Repairs the given rows, and holds the result against the right ones: both ascending, one a session. */
    static RepairVerdict on(List<RawBar> given, List<RawBar> right, boolean adjusted) {
        RepairResult result = Repairs.of(given, adjusted);
        List<RawBar> found = result.rows().stream()
                .sorted(Comparator.comparing(RawBar::session))
                .toList();
        int wrong = 0;
        int needless = 0;
        int left = 0;
        for (int i = 0; i < right.size(); i++) {
            double[] before = cells(given.get(i));
            double[] wanted = cells(right.get(i));
            double[] after = cells(found.get(i));
            for (int k = 0; k < wanted.length; k++) {
                boolean changed = !isNear(after[k], before[k], SAME);
                boolean faulty = !isNear(before[k], wanted[k], SAME);
                boolean good = isNear(after[k], wanted[k], TOLERANCE);
                boolean nearer = Math.abs(after[k] - wanted[k]) < Math.abs(before[k] - wanted[k]);
                wrong += changed && faulty && !good && !nearer ? 1 : 0;
                needless += changed && !faulty ? 1 : 0;
                left += !good ? 1 : 0;
            }
        }
        return new RepairVerdict(
                outcome(wrong + needless, left, !result.doubts().isEmpty()), needless);
    }

    private static Outcome outcome(int wrong, int left, boolean doubted) {
        if (wrong > 0) {
            return Outcome.WRONG;
        }
        return left == 0 ? Outcome.REPAIRED : doubted ? Outcome.QUESTIONED : Outcome.NOT_SEEN;
    }

    private static boolean isNear(double one, double other, double tolerance) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= tolerance * Math.abs(other);
    }

    private static double[] cells(RawBar row) {
        return DoubleStream.of(
                        row.open(),
                        row.high(),
                        row.low(),
                        row.close(),
                        row.adjustedClose(),
                        row.volume(),
                        row.dividend(),
                        row.split(),
                        row.capitalGain())
                .toArray();
    }
}
