package candor.cleaning;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that look at one row's values. Each answers whether the row stands; the first that says no sets it aside, so
 * that a row has one reason.
 */
final class ValueRules {

    private final boolean hasAdjustedClose;
    private final double tolerance;
    private final CleaningLog log;

    /** @param tolerance relative to the price, within which high and low are widened instead of rejected */
    ValueRules(boolean hasAdjustedClose, double tolerance, CleaningLog log) {
        this.hasAdjustedClose = hasAdjustedClose;
        this.tolerance = tolerance;
        this.log = log;
    }

    /** The rows that can be bars, high and low widened where rounding made them miss open or close. */
    List<RawBar> possible(List<RawBar> rows) {
        List<RawBar> kept = new ArrayList<>();
        for (RawBar row : rows) {
            if (hasPrices(row)
                    && hasPositivePrices(row)
                    && hasPossibleRange(row)
                    && hasVolume(row)
                    && hasUsableAdjustedClose(row)
                    && hasPossibleActions(row)) {
                kept.add(widened(row));
            }
        }
        return kept;
    }

    private boolean hasPrices(RawBar row) {
        boolean empty = Double.isNaN(row.open())
                && Double.isNaN(row.high())
                && Double.isNaN(row.low())
                && Double.isNaN(row.close());
        if (empty) {
            log.quarantine(row, CleaningLog.ROW, row.pricesAndVolume(), "empty-row", "no price at all");
        }
        return !empty;
    }

    private boolean hasPositivePrices(RawBar row) {
        return isPrice(row, "open", row.open())
                && isPrice(row, "high", row.high())
                && isPrice(row, "low", row.low())
                && isPrice(row, "close", row.close());
    }

    private boolean isPrice(RawBar row, String column, double value) {
        boolean price = value > 0 && value < Double.POSITIVE_INFINITY;
        if (!price) {
            log.quarantine(
                    row,
                    column,
                    Double.toString(value),
                    Double.isNaN(value) ? "missing-price" : "impossible-price",
                    column + (Double.isNaN(value) ? " is missing" : " is not a positive price: " + value));
        }
        return price;
    }

    private boolean hasPossibleRange(RawBar row) {
        boolean possible = row.high() >= top(row) * (1 - tolerance) && row.low() <= bottom(row) * (1 + tolerance);
        if (!possible) {
            log.quarantine(
                    row,
                    CleaningLog.ROW,
                    row.pricesAndVolume(),
                    "impossible-range",
                    "high is not the highest or low not the lowest of " + row.pricesAndVolume());
        }
        return possible;
    }

    private boolean hasVolume(RawBar row) {
        boolean possible = row.volume() >= 0 && row.volume() < Double.POSITIVE_INFINITY;
        if (!possible) {
            log.quarantine(
                    row,
                    "volume",
                    Double.toString(row.volume()),
                    Double.isNaN(row.volume()) ? "missing-volume" : "impossible-volume",
                    Double.isNaN(row.volume()) ? "volume is missing" : "volume cannot be " + row.volume());
        }
        return possible;
    }

    private boolean hasUsableAdjustedClose(RawBar row) {
        double value = row.adjustedClose();
        boolean usable = !hasAdjustedClose || (value > 0 && value < Double.POSITIVE_INFINITY);
        if (!usable) {
            log.quarantine(
                    row,
                    "adjustedClose",
                    Double.toString(value),
                    Double.isNaN(value) ? "missing-adjusted-close" : "impossible-adjusted-close",
                    Double.isNaN(value)
                            ? "the source has adjusted closes, but none for this session"
                            : "adjusted close is not a positive price: " + value);
        }
        return usable;
    }

    private boolean hasPossibleActions(RawBar row) {
        boolean possible = Actions.arePossible(row);
        if (!possible) {
            log.quarantine(
                    row,
                    CleaningLog.ROW,
                    Actions.values(row),
                    "impossible-action",
                    "neither dividend nor split can be negative: " + Actions.values(row));
        }
        return possible;
    }

    private RawBar widened(RawBar row) {
        double high = Math.max(row.high(), top(row));
        double low = Math.min(row.low(), bottom(row));
        widen(row, "high", row.high(), high);
        widen(row, "low", row.low(), low);
        return row.withPrices(row.open(), high, low, row.close());
    }

    private void widen(RawBar row, String column, double before, double after) {
        if (before != after) {
            log.repair(
                    row,
                    column,
                    before,
                    after,
                    "high-low-rounding",
                    "line " + row.line() + ": " + column + " misses open or close by a rounding of at most " + tolerance
                            + " of the price");
        }
    }

    private static double top(RawBar row) {
        return Math.max(row.open(), Math.max(row.low(), row.close()));
    }

    private static double bottom(RawBar row) {
        return Math.min(row.open(), Math.min(row.high(), row.close()));
    }
}
