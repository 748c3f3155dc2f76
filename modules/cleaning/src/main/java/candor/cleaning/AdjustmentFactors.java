// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What adjusted closes over closes cannot do. A dividend raises the factor on its ex-date, by the share of the price that it
 * is, and the price falls by as much. So a factor that falls is a fault, and so is one that rises far while the price does
 * not fall and the adjusted close jumps. Where it is back within a week, the rows between are set aside; where it is not, a
 * person has to look. Listed dividends and splits, and closes that step where adjusted ones do not, are others' business.
 */
final class AdjustmentFactors {

    static final String RULE = "adjusted-close-step";

    /** As logarithm: a smaller step changes no forecast that could be told from another. */
    private static final double SMALLEST = 0.02;

    private static final double SMALLEST_RISE = 0.05;

    /** Adjusted closes that were rounded to cents step by as much. */
    private static final double CENT = 0.01;

    private static final int WEEK = 5;

    private final List<RawBar> rows;
    private final LogPrices adjusted;
    private final double[] factors;

    private AdjustmentFactors(List<RawBar> rows) {
        this.rows = rows;
        this.adjusted = LogPrices.of(rows.stream().map(RawBar::adjustedClose).toList());
        this.factors = rows.stream()
                .mapToDouble(row -> StrictMath.log(row.adjustedClose() / row.close()))
                .toArray();
    }

    /**
     * The rows without those, and a stop for each step that lasts.
     *
     * @param ascending rows whose prices are possible, each with an adjusted close
     * @param known sessions about which a person has ruled
     */
    static List<RawBar> setAside(List<RawBar> ascending, Set<LocalDate> known, CleaningLog log, Stops stops) {
        AdjustmentFactors factors = new AdjustmentFactors(ascending);
        List<RawBar> kept = new ArrayList<>(ascending.size());
        for (int t = 0; t < ascending.size(); t++) {
            int end = factors.isOdd(t) ? factors.back(t) : t;
            if (end > t) {
                ascending.subList(t, end).forEach(row -> factors.quarantine(row, log));
                t = end;
            } else if (factors.lasts(t) && !known.contains(ascending.get(t).session())) {
                factors.ask(t, stops);
            }
            kept.add(ascending.get(t));
        }
        return kept;
    }

    private boolean isOdd(int t) {
        return t > 0
                && Math.abs(step(t)) > SMALLEST + rounding(t)
                && rows.get(t).dividend() == 0
                && rows.get(t).capitalGain() == 0
                && (rows.get(t).split() == 0 || rows.get(t).split() == 1);
    }

    private double step(int t) {
        return factors[t] - factors[t - 1];
    }

    private double rounding(int t) {
        return CENT / rows.get(t).adjustedClose()
                + CENT / rows.get(t - 1).adjustedClose()
                + CENT / rows.get(t).close();
    }

    /** The row of the same week at which the factor is where it was before t, or t. */
    private int back(int t) {
        for (int k = t + 1; k < rows.size() && k <= t + WEEK; k++) {
            if (Math.abs(factors[k] - factors[t - 1]) <= rounding(t) + Math.abs(step(t)) / 10) {
                return k;
            }
        }
        return t;
    }

    private boolean lasts(int t) {
        if (!isOdd(t)) {
            return false;
        }
        double price = StrictMath.log(rows.get(t).close() / rows.get(t - 1).close());
        return step(t) < 0
                ? price < LogPrices.SMALLEST
                : step(t) > SMALLEST_RISE && adjusted.isClear(t, 1) && 3 * Math.abs(price) < Math.abs(adjusted.step(t));
    }

    private void quarantine(RawBar row, CleaningLog log) {
        log.quarantine(
                row,
                "adjustedClose",
                Double.toString(row.adjustedClose()),
                RULE,
                "the adjusted close, " + row.adjustedClose() + " beside a close of " + row.close()
                        + ", stands apart from those of the rows around it");
    }

    private void ask(int t, Stops stops) {
        RawBar before = rows.get(t - 1);
        RawBar row = rows.get(t);
        String day = row.session().toString();
        stops.check(
                RULE,
                row.session(),
                row.session(),
                "adjusted close " + before.adjustedClose() + " beside a close of " + before.close() + " on "
                        + before.session() + ", and " + row.adjustedClose() + " beside " + row.close() + " on " + day
                        + ": "
                        + (step(t) < 0 ? "no dividend makes it fall so" : "the price shows no dividend so large"),
                rows.size() - t <= WEEK
                        ? "correct the adjusted closes from " + day + " on, or forecast with --as-of "
                                + before.session() + ", the session before"
                        : "correct the adjusted closes, or begin with those since: --begin " + day);
    }
}
