package candor.forecasting.harp;

import java.util.Arrays;

/**
 * What was unusual around the days of earlier seasons, by the session to come that they are asked for. Most sessions to
 * come were to come yesterday, too, so what will not change any more is kept.
 */
final class Echoes {

    /** More than the calendar days of the longest horizon. */
    private static final int KEPT = 128;

    private static final long NO_DAY = Long.MIN_VALUE;

    private final long[] days;
    private final double[][] values;

    Echoes() {
        this.days = new long[KEPT];
        this.values = new double[KEPT][];
        Arrays.fill(days, NO_DAY);
    }

    private Echoes(Echoes from) {
        this.days = from.days.clone();
        this.values = from.values.clone();
    }

    /** A copy that another history may go on from; what is kept is shared and never changed. */
    Echoes copy() {
        return new Echoes(this);
    }

    /** How values for a day are made. */
    interface Making {

        /** One for each echo, {@link Double#NaN} where it is not known. */
        double[] of(long day);

        /** Whether later sessions leave them as they are. */
        boolean isFinal(long day);
    }

    double[] at(long day, Making making) {
        int slot = (int) Math.floorMod(day, (long) KEPT);
        double[] known = values[slot];
        if (days[slot] == day && known != null) {
            return known;
        }
        double[] made = making.of(day);
        if (making.isFinal(day)) {
            days[slot] = day;
            values[slot] = made;
        }
        return made;
    }
}
