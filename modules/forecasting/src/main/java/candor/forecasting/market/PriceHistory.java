package candor.forecasting.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The cleaned bars of one instrument with their adjusted closes, oldest first, as columns. Immutable: what is handed out
 * is a value or a copy.
 *
 * <p>Adjusted open, high and low are the traded ones times adjusted close over close. Levels of adjusted prices belong
 * to one retrieval and are never compared across retrievals; returns are.
 *
 * <p>A history breaks off where more than {@value #MOST_MISSING} sessions of the exchange lie between two bars: nobody
 * knows what happened there, and what is measured across it is no session's return. Within that limit the return over a
 * gap counts as one session's.
 */
public final class PriceHistory {

    /** Sessions without a bar that a return may span: a week of trading. */
    public static final int MOST_MISSING = 5;

    private final LocalDate[] sessions;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final double[] adjustedClose;
    private final BitSet breaks;
    private final int size;

    private PriceHistory(
            LocalDate[] sessions,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            double[] adjustedClose,
            BitSet breaks,
            int size) {
        this.sessions = sessions;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.adjustedClose = adjustedClose;
        this.breaks = breaks;
        this.size = size;
    }

    /**
     * Joins bars and adjusted closes row by row.
     *
     * @param bars strictly ascending by session
     * @param adjustedClose one positive level for each bar
     */
    public static PriceHistory of(List<Bar> bars, double[] adjustedClose) {
        int n = bars.size();
        if (adjustedClose.length != n) {
            throw new IllegalArgumentException(n + " bars but " + adjustedClose.length + " adjusted closes");
        }
        for (int i = 0; i < n; i++) {
            if (!(adjustedClose[i] > 0 && adjustedClose[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "adjusted close not a positive number on " + bars.get(i).session() + ": " + adjustedClose[i]);
            }
            if (i > 0 && !bars.get(i).session().isAfter(bars.get(i - 1).session())) {
                throw new IllegalArgumentException("sessions not ascending: "
                        + bars.get(i).session() + " follows " + bars.get(i - 1).session());
            }
        }
        LocalDate[] sessions = bars.stream().map(Bar::session).toArray(LocalDate[]::new);
        return new PriceHistory(
                sessions,
                bars.stream().mapToDouble(Bar::open).toArray(),
                bars.stream().mapToDouble(Bar::high).toArray(),
                bars.stream().mapToDouble(Bar::low).toArray(),
                bars.stream().mapToDouble(Bar::close).toArray(),
                bars.stream().mapToDouble(Bar::volume).toArray(),
                adjustedClose.clone(),
                Breaks.of(sessions),
                n);
    }

    /** Number of sessions. */
    public int size() {
        return size;
    }

    public LocalDate session(int index) {
        return sessions[checked(index)];
    }

    public double open(int index) {
        return open[checked(index)];
    }

    public double high(int index) {
        return high[checked(index)];
    }

    public double low(int index) {
        return low[checked(index)];
    }

    public double close(int index) {
        return close[checked(index)];
    }

    public double volume(int index) {
        return volume[checked(index)];
    }

    public double adjustedClose(int index) {
        return adjustedClose[checked(index)];
    }

    /** What turns traded prices of this session into adjusted ones: adjusted close over close. */
    public double adjustment(int index) {
        return adjustedClose[checked(index)] / close[index];
    }

    /** Whether the history breaks off before a session, so that this session has no return. */
    public boolean breaksBefore(int index) {
        return breaks.get(checked(index));
    }

    /** Whether the history breaks off between two sessions, {@code from} &le; {@code to}, so that no return spans them. */
    public boolean breaksBetween(int from, int to) {
        int next = breaks.nextSetBit(checked(from) + 1);
        return next >= 0 && next <= checked(to);
    }

    /** The first session after the last break up to a session; 0 where there is none. */
    public int unbrokenFrom(int index) {
        return Math.max(breaks.previousSetBit(checked(index)), 0);
    }

    /** Whether a history breaks off between two bars of these sessions, the first of them before the second. */
    public static boolean isBroken(LocalDate before, LocalDate session) {
        return Breaks.isBreak(before, session);
    }

    /** How many sessions of the exchange lie between a session and the one before it, from 1 up, without a bar. */
    public int missingBefore(int index) {
        return Breaks.missing(session(index - 1), session(index));
    }

    /** Whether any session has a volume: an index, and some files, have none at all. */
    public boolean hasVolume() {
        return Arrays.stream(volume, 0, size).anyMatch(shares -> shares > 0);
    }

    /**
     * The history as it was visible at a forecast origin: the sessions 0..origin, both included. The view cannot reach
     * anything later.
     */
    public PriceHistory visibleAt(int origin) {
        checked(origin);
        return new PriceHistory(sessions, open, high, low, close, volume, adjustedClose, breaks, origin + 1);
    }

    /** Index of the session, or a negative number as {@link Arrays#binarySearch(Object[], Object)} gives. */
    public int indexOf(LocalDate session) {
        return Arrays.binarySearch(sessions, 0, size, session);
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("session " + index + " is not visible: the view has " + size);
        }
        return index;
    }
}
