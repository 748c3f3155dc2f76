// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.repair;

import candor.store.port.BarOrigin;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adjusted closes of providers on one level. Within one answer they stand as the provider stated them, by a factor, and
 * one that is not there is not there, as in a file. From one answer to another, and through an answer without any, they go
 * on by the close, dividend and split of the session, so that the seam says nothing.
 */
final class StatedCloses {

    private StatedCloses() {}

    /**
     * One level for each row, that of the last answer; nonsense where the answer has nonsense, NaN for a row without a close
     * or without the adjusted close that others of its answer have.
     *
     * @param rows as traded, ascending, one a session
     */
    static double[] onOneLevel(List<RawBar> rows, Map<LocalDate, BarOrigin> origins) {
        double[] levels = new double[rows.size()];
        Set<String> telling = origins.values().stream()
                .filter(origin -> Column.isPrice(origin.adjustedClose()))
                .map(StatedCloses::answer)
                .collect(Collectors.toSet());
        double scale = 1;
        int next = -1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            RawBar row = rows.get(i);
            levels[i] = Double.NaN;
            double stated = stated(row, origins);
            boolean lacking = !Column.isPrice(stated) && telling.contains(answer(origins.get(row.session())));
            if (lacking) {
                levels[i] = stated * scale;
            } else if (Column.CLOSE.isPrice(row)) {
                if (next < 0) {
                    levels[i] = Column.isPrice(stated) ? stated : row.close();
                } else if (isOfOneAnswer(row, rows.get(next), origins)) {
                    levels[i] = stated * scale;
                } else {
                    levels[i] = levels[next] / growth(row, rows, i, next);
                }
                scale = levels[i] / stated;
                next = i;
            }
        }
        return levels;
    }

    private static String answer(@Nullable BarOrigin origin) {
        return origin == null ? "" : origin.provider() + origin.vintage();
    }

    private static boolean isOfOneAnswer(RawBar row, RawBar next, Map<LocalDate, BarOrigin> origins) {
        BarOrigin origin = origins.get(row.session());
        BarOrigin other = origins.get(next.session());
        return origin != null
                && other != null
                && answer(origin).equals(answer(other))
                && Column.isPrice(origin.adjustedClose())
                && Column.isPrice(other.adjustedClose());
    }

    private static double stated(RawBar row, Map<LocalDate, BarOrigin> origins) {
        @Nullable BarOrigin origin = origins.get(row.session());
        return origin == null ? Double.NaN : origin.adjustedClose();
    }

    /** By what an adjusted close grows to the next close: the actions after the one, up to the other, as a file adjusts. */
    private static double growth(RawBar row, List<RawBar> rows, int from, int to) {
        double cash = 0;
        double shares = 1;
        for (int i = from + 1; i <= to; i++) {
            cash += (rows.get(i).dividend() + rows.get(i).capitalGain()) * shares;
            shares *= split(rows.get(i));
        }
        double left = cash < row.close() ? row.close() - cash : row.close();
        return rows.get(to).close() * shares / left;
    }

    /** Shares after for one before. */
    static double split(RawBar row) {
        return row.split() > 0 && row.split() < Double.POSITIVE_INFINITY ? row.split() : 1;
    }
}
