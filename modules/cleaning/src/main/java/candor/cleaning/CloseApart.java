// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.util.List;

/**
 * Closes that are adjusted for dividends or splits beside opens, highs and lows that are not: in the older rows the close
 * lies below the low, day after day, while the other three fit each other. Said once, instead of for thousands of rows.
 */
final class CloseApart {

    /** In the first quarter of the rows, where most payments lie ahead. */
    private static final double SHARE_OF_FIRST = 0.5;

    /** So many times as often below the low as above the high. */
    private static final int ONE_SIDED = 20;

    private final CleaningRules rules;
    private final Stops stops;

    CloseApart(CleaningRules rules, Stops stops) {
        this.rules = rules;
        this.stops = stops;
    }

    /** Whether the rows are of that kind, which stops the run; it would stop as well at so many impossible rows. */
    boolean check(List<RawBar> ascending) {
        List<RawBar> below = ascending.stream().filter(this::isBelow).toList();
        long above = ascending.stream()
                .filter(row -> othersFit(row) && row.close() > row.high() * (1 + rules.roundingTolerance()))
                .count();
        List<RawBar> first = ascending.subList(0, ascending.size() / 4);
        long early = first.stream().filter(this::isBelow).count();
        boolean apart = below.size() > rules.toleratedQuarantined()
                && below.size() > rules.maxQuarantinedShare() * ascending.size()
                && early > SHARE_OF_FIRST * first.size()
                && above * ONE_SIDED <= below.size();
        if (apart) {
            stops.check(
                    "close-apart",
                    below.getFirst().session(),
                    below.getLast().session(),
                    "the close lies below the low in " + below.size() + " of " + ascending.size() + " rows, from "
                            + below.getFirst().session() + " to "
                            + below.getLast().session()
                            + ", while open, high and low fit each other: it is adjusted for dividends or splits, and"
                            + " they are not",
                    "give the close as traded, and the adjusted one as Adj Close (yfinance: auto_adjust=False), or adjust"
                            + " open, high and low as well (auto_adjust=True)");
        }
        return apart;
    }

    private boolean isBelow(RawBar row) {
        return othersFit(row) && row.close() > 0 && row.close() < row.low() * (1 - rules.roundingTolerance());
    }

    private static boolean othersFit(RawBar row) {
        return row.low() > 0 && row.low() <= row.open() && row.open() <= row.high();
    }
}
