package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Brings adjusted closes to the dividends that were settled, and computes those that are missing or impossible beside a
 * good close.
 *
 * <p>Why this is proved: an adjusted close is, by its definition, the close times 1 - cash / close before for each dividend
 * after it. A missing one is filled where the ratio to the close is the same on both sides, or known on one side with no
 * ex-date between, in a file that lists dividends.
 */
final class AdjustedCloseRepair {

    static final String RULE = "adjusted-close-dividends";
    static final String MISSING = "adjusted-close-missing";
    private static final double SAME_RATIO = 1e-3;

    private final Worksheet sheet;
    /** Rows with a close, also those in doubt: their ratio to the close is wrong for the same reason. */
    private final int[] priced;

    private final Map<Integer, Payment> byRow = new HashMap<>();

    AdjustedCloseRepair(Worksheet sheet, List<Payment> payments) {
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
                            + Figures.significant(nearest.implied()) + " instead of "
                            + Figures.significant(nearest.cash()) + ": "
                            + nearest.finding());
        }
    }

    private void fill() {
        boolean filling = false;
        for (int j = priced.length - 1; j >= 0; j--) {
            int i = priced[j];
            double ratio = Column.ADJUSTED_CLOSE.isPrice(sheet.row(i)) ? Double.NaN : sharedRatio(j);
            if (!Double.isNaN(ratio)) {
                sheet.set(
                        i,
                        Column.ADJUSTED_CLOSE,
                        sheet.close(i) * ratio,
                        MISSING,
                        "the adjusted close is " + Figures.significant(ratio)
                                + " of the close in the rows around, with no dividend between");
                if (!filling) {
                    sheet.countFault();
                }
            }
            filling = !Double.isNaN(ratio);
        }
    }

    /** The ratio of adjusted close to close around a row where there is no doubt about it, or NaN. */
    private double sharedRatio(int j) {
        double before = neighbour(j, -1);
        double after = neighbour(j, 1);
        if (Double.isNaN(before) || Double.isNaN(after)) {
            boolean dividendsAreKnown = !byRow.isEmpty();
            return !dividendsAreKnown ? Double.NaN : Double.isNaN(after) ? before : after;
        }
        return Math.abs(StrictMath.log(before / after)) < SAME_RATIO ? after : Double.NaN;
    }

    /** Of the nearest row in that direction that has an adjusted close and lies on the same side of all ex-dates. */
    private double neighbour(int j, int direction) {
        int k = j;
        while (k + direction >= 0 && k + direction < priced.length) {
            boolean crosses = byRow.containsKey(priced[direction > 0 ? k + 1 : k]);
            k += direction;
            double ratio = sheet.ratio(priced[k]);
            if (crosses || Column.isPrice(ratio)) {
                return crosses ? Double.NaN : ratio;
            }
        }
        return Double.NaN;
    }
}
