package candor.marketdata.vintage;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a new answer says of sessions that are held already.
 *
 * @param common sessions with final bars in both
 * @param otherCloses how many of them have another close
 * @param restated closes, dividends, splits and capital gains that differ: returns change with them
 * @param corrected opens, highs, lows and volumes that differ, as providers correct them in the days after, and sessions
 *     that the answer has without prices
 */
record VintageComparison(int common, int otherCloses, List<String> restated, List<String> corrected) {

    /** Relative; far below a tick, and above what prices of single precision lose. */
    private static final double SAME = 1e-5;

    static VintageComparison of(HeldBars held, List<RawBar> fresh) {
        Rows rows = new Rows();
        for (RawBar bar : fresh) {
            held.find(bar.session()).filter(HeldBar::isFinal).ifPresent(before -> rows.compare(before, bar));
        }
        return new VintageComparison(
                rows.common, rows.otherCloses, List.copyOf(rows.restated), List.copyOf(rows.corrected));
    }

    private static final class Rows {

        private final List<String> restated = new ArrayList<>();
        private final List<String> corrected = new ArrayList<>();
        private int common;
        private int otherCloses;

        void compare(HeldBar held, RawBar fresh) {
            RawBar before = held.bar();
            if (fresh.hasPrices() || HeldBar.hasAction(fresh)) {
                compareActions(held, fresh);
            }
            if (!fresh.hasPrices()) {
                corrected.add(before.session() + " has no bar any more; that of vintage " + held.vintage() + " stays");
                return;
            }
            common++;
            difference(held, "close", before.close(), fresh.close()).ifPresent(line -> {
                otherCloses++;
                restated.add(line);
            });
            difference(held, "open", before.open(), fresh.open()).ifPresent(corrected::add);
            difference(held, "high", before.high(), fresh.high()).ifPresent(corrected::add);
            difference(held, "low", before.low(), fresh.low()).ifPresent(corrected::add);
            difference(held, "volume", before.volume(), fresh.volume()).ifPresent(corrected::add);
        }

        private void compareActions(HeldBar held, RawBar fresh) {
            RawBar before = held.bar();
            difference(held, "dividend", before.dividend(), fresh.dividend()).ifPresent(restated::add);
            difference(held, "split", before.split(), fresh.split()).ifPresent(restated::add);
            difference(held, "capital gain", before.capitalGain(), fresh.capitalGain())
                    .ifPresent(restated::add);
        }

        private static Optional<String> difference(HeldBar held, String column, double before, double after) {
            LocalDate session = held.bar().session();
            boolean same = Double.compare(before, after) == 0
                    || Math.abs(after - before) <= SAME * Math.max(Math.abs(before), Math.abs(after));
            return same
                    ? Optional.empty()
                    : Optional.of(session + " " + column + " " + after + ", was " + before + " (vintage "
                            + held.vintage() + ")");
        }
    }
}
