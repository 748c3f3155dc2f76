package candor.forecasting.walkforward;

/** The history is too short for a first forecast. */
public final class NotEnoughRows extends RuntimeException {

    private final int usable;
    private final int wanted;

    public NotEnoughRows(int usable, int wanted) {
        super("too few rows: " + usable + " sessions with all features and a known next return, " + wanted
                + " wanted before the first forecast; supply a longer history");
        this.usable = usable;
        this.wanted = wanted;
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
