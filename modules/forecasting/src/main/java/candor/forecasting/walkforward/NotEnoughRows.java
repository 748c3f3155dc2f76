package candor.forecasting.walkforward;

import candor.forecasting.market.PriceHistory;

/** The history is too short for a first forecast. */
public final class NotEnoughRows extends RuntimeException {

    private final int usable;
    private final int wanted;

    private NotEnoughRows(int sessions, int wanted) {
        super("too few sessions: " + sessions + ", and " + wanted + " are wanted for a first forecast; supply a longer"
                + " history");
        this.usable = sessions;
        this.wanted = wanted;
    }

    private NotEnoughRows(int usable, int wanted, String why) {
        super("too few rows: " + usable + " sessions with all features and a known next return, " + wanted
                + " wanted before the first forecast; " + why + "supply a longer history");
        this.usable = usable;
        this.wanted = wanted;
    }

    /**
     * Of a history that may be long enough, but for its breaks.
     *
     * @param earliest the first origin that a candidate can forecast from which waits for no rows
     */
    static NotEnoughRows of(PriceHistory history, int usable, int wanted, int earliest) {
        if (earliest < Integer.MAX_VALUE) {
            return new NotEnoughRows(history.size(), earliest + 1);
        }
        int last = history.unbrokenFrom(history.size() - 1);
        return new NotEnoughRows(
                usable,
                wanted,
                last == 0
                        ? ""
                        : "after a gap of more than " + PriceHistory.MOST_MISSING
                                + " sessions features start anew, the last time on " + history.session(last) + " after "
                                + history.missingBefore(last) + " sessions without a bar; supply those, or ");
    }

    /** Rows that could be used. */
    public int usable() {
        return usable;
    }

    /** Rows needed before the first forecast. */
    public int wanted() {
        return wanted;
    }
}
