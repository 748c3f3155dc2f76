package candor.marketdata.vintage;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an answer's own adjusted closes agree with the dividends and splits that it lists. From one session to the next,
 * adjusted close over close as traded grows by s / (1 - D/C): the proportional method of CRSP and Yahoo.
 */
final class UntoldActions {

    /** Relative; what rounding of adjusted closes to six decimals leaves on prices from half a dollar on. */
    private static final double TOLERANCE = 2e-3;

    private static final double SMALLEST = 0.01;

    private UntoldActions() {}

    /** One line for each session at which they disagree. */
    static List<String> of(List<RawBar> rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            RawBar before = rows.get(i - 1);
            RawBar row = rows.get(i);
            if (isTelling(before) && isTelling(row)) {
                double step = row.adjustedClose() / row.close() / (before.adjustedClose() / before.close());
                double expected = expected(before, row);
                if (Math.abs(step / expected - 1) > tolerance(before, row)) {
                    lines.add(row.session() + " adjusted for a factor of " + 1 / step + " where dividend "
                            + row.dividend() + " and split " + row.split() + " ask for " + 1 / expected);
                }
            }
        }
        return lines;
    }

    private static boolean isTelling(RawBar row) {
        return row.hasPrices() && row.adjustedClose() >= SMALLEST && row.adjustedClose() < Double.POSITIVE_INFINITY;
    }

    private static double expected(RawBar before, RawBar row) {
        double cash = row.dividend() + row.capitalGain();
        double split = row.split() > 0 ? row.split() : 1;
        return cash < before.close() ? split / (1 - cash / before.close()) : Double.NaN;
    }

    /** Small adjusted closes hold few digits. */
    private static double tolerance(RawBar before, RawBar row) {
        return TOLERANCE + 2e-6 / Math.min(before.adjustedClose(), row.adjustedClose());
    }
}
