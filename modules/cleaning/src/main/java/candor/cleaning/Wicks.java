// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets rows aside whose low lies far below all other prices of the row and of its neighbours, or whose high far above: a
 * misprint or a trade that was cancelled, and no price that a holder could have had.
 */
final class Wicks {

    static final String RULE = "far-off-price";

    /** As logarithm: a third of the other prices, or three times them. */
    private static final double FAR = StrictMath.log(3);

    /** As a factor: nearly every row is nearer, and needs no logarithm. */
    private static final double NEAR = 1.5;

    private Wicks() {}

    /** @param ascending rows whose prices are possible */
    static List<RawBar> setAside(List<RawBar> ascending, CleaningLog log) {
        List<RawBar> kept = new ArrayList<>(ascending.size());
        for (int i = 0; i < ascending.size(); i++) {
            RawBar row = ascending.get(i);
            double low = below(ascending, i);
            double high = above(ascending, i);
            if (low > FAR) {
                quarantine(row, "low", row.low(), 1 - StrictMath.exp(-low), "below", log);
            } else if (high > FAR) {
                quarantine(row, "high", row.high(), StrictMath.exp(high) - 1, "above", log);
            } else {
                kept.add(row);
            }
        }
        return kept;
    }

    /** How far the low lies below open, close and the neighbours' lows, as logarithm. */
    private static double below(List<RawBar> rows, int i) {
        RawBar row = rows.get(i);
        double own = Math.min(row.open(), row.close());
        if (own <= NEAR * row.low() || StrictMath.log(own / row.low()) <= FAR) {
            return 0;
        }
        double others =
                neighbours(rows, i).mapToDouble(k -> rows.get(k).low()).min().orElse(own);
        return StrictMath.log(Math.min(own, others) / row.low());
    }

    private static double above(List<RawBar> rows, int i) {
        RawBar row = rows.get(i);
        double own = Math.max(row.open(), row.close());
        if (row.high() <= NEAR * own || StrictMath.log(row.high() / own) <= FAR) {
            return 0;
        }
        double others =
                neighbours(rows, i).mapToDouble(k -> rows.get(k).high()).max().orElse(own);
        return StrictMath.log(row.high() / Math.max(own, others));
    }

    private static IntStream neighbours(List<RawBar> rows, int i) {
        return IntStream.of(i - 1, i + 1).filter(k -> k >= 0 && k < rows.size());
    }

    private static void quarantine(
            RawBar row, String column, double value, double share, String where, CleaningLog log) {
        log.quarantine(
                row,
                column,
                Double.toString(value),
                RULE,
                column + " lies " + Math.round(100 * share) + " % " + where
                        + " open, close and the rows beside it, and trading explains no such price");
    }
}
