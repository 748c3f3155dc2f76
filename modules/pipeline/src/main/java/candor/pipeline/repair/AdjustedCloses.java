package candor.pipeline.repair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings adjusted closes to the dividends that were settled, and computes those that are missing or impossible beside a
 * good close.
 *
 * <p>Why this is proved: an adjusted close is, by its definition, the close times 1 - cash / close before for each dividend
 * after it. A missing one is filled where the ratio to the close is the same on both sides, or where all dividends after
 * it had to be settled anyway.
 */
final class AdjustedCloses {

    static final String RULE = "adjusted-close-dividends";
    static final String MISSING = "adjusted-close-missing";
    private static final double SAME_RATIO = 1e-3;

    private final Worksheet sheet;
    /** Rows with a close, also those in doubt: their ratio to the close is wrong for the same reason. */
    private final int[] priced;

    private final Map<Integer, Payment> byRow = new HashMap<>();

    AdjustedCloses(Worksheet sheet, List<Payment> payments) {
        this.sheet = sheet;
        this.priced = IntStream.range(0, sheet.size())
                .filter(i -> Column.CLOSE.isPrice(sheet.row(i)))
                .toArray();
        payments.forEach(payment -> byRow.put(payment.row(), payment));
    }

    void repair() {
        if (sheet.adjusted()) {
            refit();
            fill();
        }
    }

    /** From the last row to the first: each wrong dividend on the way corrects all rows before it. */
    private void refit() {
        double correction = 1;
        double ratio = Double.NaN;
        Payment nearest = null;
        for (int j = priced.length - 1; j >= 0; j--) {
            int i = priced[j];
            if (nearest != null) {
                double corrected = sheet.row(i).adjustedClose() * correction;
                set(i, Column.isPrice(corrected) ? corrected : sheet.close(i) * ratio, nearest);
            }
            double here = sheet.ratio(i);
            ratio = Column.isPrice(here) ? here : ratio;
            Payment payment = byRow.get(i);
            if (payment != null && payment.isRefit()) {
                nearest = payment;
                correction *= payment.trueFactor() / payment.factor();
            }
            ratio *= payment == null ? 1 : payment.isRefit() ? payment.trueFactor() : payment.factor();
        }
    }

    private void set(int i, double value, Payment nearest) {
        if (Column.isPrice(value)) {
            sheet.set(
                    i,
                    Column.ADJUSTED_CLOSE,
                    value,
                    RULE,
                    "the next wrong adjustment after it is that of " + nearest.session() + ", for "
                            + Texts.number(nearest.implied()) + " instead of " + Texts.number(nearest.cash()) + ": "
                            + nearest.finding());
        }
    }

    private void fill() {
        for (int j = 0; j < priced.length; j++) {
            int i = priced[j];
            if (!Column.ADJUSTED_CLOSE.isPrice(sheet.row(i))) {
                Double ratio = sharedRatio(j);
                if (ratio != null) {
                    sheet.countFault();
                    sheet.set(
                            i,
                            Column.ADJUSTED_CLOSE,
                            sheet.close(i) * ratio,
                            MISSING,
                            "the adjusted close is " + Texts.number(ratio) + " of the close in the rows around");
                }
            }
        }
    }

    /** The ratio of adjusted close to close around a row, where there is no doubt about it. */
    private @Nullable Double sharedRatio(int j) {
        double before = neighbour(j, -1);
        double after = neighbour(j, 1);
        boolean same = Math.abs(StrictMath.log(before / after)) < SAME_RATIO;
        if (same) {
            return after;
        }
        if (byRow.isEmpty()) {
            return null;
        }
        return byRow.containsKey(priced[j]) || Double.isNaN(before) ? orNull(after) : null;
    }

    private static @Nullable Double orNull(double ratio) {
        return Double.isNaN(ratio) ? null : ratio;
    }

    /** Of the nearest row in that direction that has an adjusted close; NaN beyond ten rows. */
    private double neighbour(int j, int direction) {
        for (int k = j + direction; k >= 0 && k < priced.length && Math.abs(k - j) <= 10; k += direction) {
            double ratio = sheet.ratio(priced[k]);
            if (Column.isPrice(ratio)) {
                return ratio;
            }
        }
        return Double.NaN;
    }
}
