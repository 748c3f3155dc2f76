package candor.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.store.port.RawBar;
import java.util.List;

/**
 * Finds a last row that was taken while the exchange was still open: its high, low, close and volume are not the day's. A
 * volume below half of the smallest of a week and below every one of a quarter is the sign; over a hundred large US stocks
 * in 2000..2026, each day taken as if it were the last, full sessions look so once in some seven thousand.
 */
public final class PartialDay {

    /** Name of the rule in logs. */
    public static final String RULE = "perhaps-partial";

    private static final int QUARTER = 63;
    private static final int WEEK = 5;
    private static final double SHARE = 0.5;

    /** Around holidays hardly a quarter of the usual volume is traded. */
    private static final double EARLY = 3;

    private PartialDay() {}

    /** The rows without such a last one. */
    static List<RawBar> setAside(List<RawBar> ascending, TradingCalendar calendar, CleaningLog log) {
        if (!endsIn(ascending, calendar)) {
            return ascending;
        }
        RawBar last = ascending.getLast();
        log.quarantine(
                last,
                "volume",
                Double.toString(last.volume()),
                RULE,
                "the volume of the last row, " + last.volume() + ", is less than half of the smallest of the " + WEEK
                        + " sessions before and below every one of the last " + QUARTER
                        + (calendar.closesEarly(last.session()) ? ", and so it is for half a session" : "")
                        + ": perhaps taken before the close");
        return ascending.subList(0, ascending.size() - 1);
    }

    /** Whether the last of these rows is one; the day of an early close has a part of a day's volume to begin with. */
    public static boolean endsIn(List<RawBar> ascending, TradingCalendar calendar) {
        return !ascending.isEmpty()
                && looksPartial(
                        ascending.subList(Math.max(0, ascending.size() - QUARTER - 1), ascending.size()).stream()
                                .mapToDouble(RawBar::volume)
                                .toArray(),
                        calendar.closesEarly(ascending.getLast().session()));
    }

    /**
     * Whether the last volume is that of an unfinished session.
     *
     * @param volumes ascending by session; the last is judged
     * @param closedEarly whether its session was one of half a day
     */
    public static boolean looksPartial(double[] volumes, boolean closedEarly) {
        int last = volumes.length - 1;
        if (last < QUARTER) {
            return false;
        }
        double week = smallest(volumes, last - WEEK, last);
        double quarter = smallest(volumes, last - QUARTER, last);
        double scaled = closedEarly ? EARLY * volumes[last] : volumes[last];
        return scaled >= 0 && scaled < SHARE * week && scaled < quarter;
    }

    private static double smallest(double[] volumes, int from, int to) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            smallest = Math.min(smallest, volumes[i]);
        }
        return smallest;
    }
}
