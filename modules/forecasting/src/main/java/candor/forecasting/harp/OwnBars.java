package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.RangeProxy;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What HAR-P makes of a symbol's bars, taken in session by session. A row at a session depends on the bars up to it and
 * on the calendar's dates of the sessions to come.
 */
public final class OwnBars {

    private static final int WEEK = 5;
    private static final int MONTH = 22;
    private static final int QUARTER = 66;

    /** Keeps the logarithm of a squared overnight return of 0 finite. */
    private static final double LEAST_OVERNIGHT = 1e-6;

    private static final double LEAST_EXCESS = -1;
    private static final double MOST_EXCESS_OF_RANGE = 6;
    private static final double MOST_EXCESS_OF_VOLUME = 4;

    private final TradingCalendar calendar;
    private final SessionNumbers logReturn = new SessionNumbers();
    private final SessionNumbers range = new SessionNumbers();
    private final SessionNumbers logRange = new SessionNumbers();
    private final SessionNumbers longMean = new SessionNumbers();
    private final SessionNumbers fall = new SessionNumbers();
    private final SessionNumbers overnight = new SessionNumbers();
    private final SessionNumbers logVolume = new SessionNumbers();
    private final SessionNumbers excessOfRange = new SessionNumbers();
    private final SessionNumbers excessOfVolume = new SessionNumbers();
    private long[] days = new long[1024];
    private int size;
    private int returns;
    private double sumOfLogRanges;
    private double lastLogVolume = Double.NaN;

    /** @param calendar names the sessions to come */
    public OwnBars(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Sessions taken in. */
    public int size() {
        return size;
    }

    /** Takes the last session of the view in; views come one session after the other, from session 0 on. */
    public void absorb(PriceHistory visible) {
        int t = visible.size() - 1;
        if (t != size) {
            throw new IllegalArgumentException("want session " + size + " next, got " + t);
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
        }
        days[t] = visible.session(t).toEpochDay();
        size++;
        addRange(visible, t);
        addReturn(visible, t);
        addVolume(visible, t);
        excessOfRange.add(excess(logRange, t, MOST_EXCESS_OF_RANGE));
        excessOfVolume.add(excess(logVolume, t, MOST_EXCESS_OF_VOLUME));
    }

    private void addRange(PriceHistory visible, int t) {
        range.add(RangeProxy.at(visible, t));
        double log = StrictMath.log(range.at(t));
        if (Double.isFinite(log)) {
            sumOfLogRanges += log;
            returns++;
        }
        logRange.add(log);
        longMean.add(Double.isFinite(log) ? sumOfLogRanges / returns : Double.NaN);
    }

    private void addReturn(PriceHistory visible, int t) {
        double r = t == 0 ? Double.NaN : Targets.logReturn(visible, t - 1, t);
        logReturn.add(r);
        fall.add(Math.max(-r, 0) / month(t));
        if (Double.isNaN(r)) {
            overnight.add(Double.NaN);
        } else {
            double night = StrictMath.log(visible.open(t) * visible.adjustment(t) / visible.adjustedClose(t - 1));
            overnight.add(StrictMath.log(night * night + LEAST_OVERNIGHT));
        }
    }

    private void addVolume(PriceHistory visible, int t) {
        lastLogVolume = visible.volume(t) > 0 ? StrictMath.log(visible.volume(t)) : lastLogVolume;
        logVolume.add(Double.isNaN(logReturn.at(t)) ? Double.NaN : lastLogVolume);
    }

    /** The month's volatility, that of one session. */
    private double month(int t) {
        return StrictMath.exp(0.5 * logRange.mean(t, MONTH));
    }

    private static double excess(SessionNumbers of, int t, double most) {
        return Math.clamp(of.at(t) - of.mean(t - 1, QUARTER), LEAST_EXCESS, most);
    }

    /** Mean of ln v from the first return to a session; NaN at the first bar and after a break. */
    double longMean(int t) {
        return longMean.at(t);
    }

    /** ln of the mean of v over the sessions from+1..to; NaN where one of them has no close before it. */
    double logMeanRange(int from, int to) {
        return StrictMath.log(range.mean(to, to - from));
    }

    /**
     * The regressors at a session in the order of {@link OwnRegressors#NAMES}; empty (null) where one of them is not
     * defined.
     *
     * @param t a session that was taken in
     * @param horizon sessions that are to be forecast, &ge; 1
     */
    double @Nullable [] row(int t, int horizon) {
        double[] row = new double[OwnRegressors.NAMES.size()];
        row[0] = 1;
        row[1] = logRange.at(t);
        row[2] = logRange.mean(t, WEEK);
        row[3] = logRange.mean(t, MONTH);
        row[4] = fall.at(t);
        row[5] = fall.mean(t, WEEK);
        row[6] = longMean.at(t);
        row[7] = logRange.mean(t, QUARTER);
        double monthOfVolume = logVolume.mean(t, MONTH);
        row[8] = logVolume.at(t) - monthOfVolume;
        row[9] = logVolume.mean(t, WEEK) - monthOfVolume;
        row[10] = Math.abs(logReturn.at(t)) / month(t);
        row[11] = logReturn.mean(t, MONTH) / month(t);
        int next = addEchoes(row, 12, t, horizon);
        boolean unusual = Double.isFinite(excessOfRange.at(t));
        row[next] = unusual ? excessOfRange.largest(t - WEEK + 1, t) : Double.NaN;
        row[next + 1] = unusual ? excessOfRange.largest(t - MONTH + 1, t) : Double.NaN;
        row[next + 2] = unusual ? excessOfRange.largest(t - 59, t) : Double.NaN;
        row[next + 3] = overnight.at(t);
        row[next + 4] = overnight.mean(t, WEEK);
        row[next + 5] = overnight.mean(t, MONTH);
        return Arrays.stream(row).allMatch(Double::isFinite) ? row : null;
    }

    private int addEchoes(double[] row, int first, int t, int horizon) {
        long[] coming = coming(t, horizon);
        int next = first;
        for (Echo echo : OwnRegressors.ECHOES) {
            row[next++] = echo(echo, coming, t);
        }
        return next;
    }

    /** The dates of the sessions to come as the calendar has them, as far as it knows them. */
    private long[] coming(int t, int horizon) {
        LocalDate day = LocalDate.ofEpochDay(days[t]);
        if (day.isBefore(calendar.firstDay()) || day.plusDays(2L * horizon + 10).isAfter(calendar.lastDay())) {
            return new long[0];
        }
        long[] coming = new long[horizon];
        for (int k = 1; k <= horizon; k++) {
            day = calendar.sessionAfter(day, 1);
            coming[k - 1] = day.toEpochDay();
        }
        return coming;
    }

    private double echo(Echo echo, long[] coming, int t) {
        SessionNumbers excess = echo.ofVolume() ? excessOfVolume : excessOfRange;
        double largest = Double.NaN;
        for (long day : coming) {
            int at = firstFrom(day - echo.days());
            double around = at < QUARTER || at + echo.reach() > t
                    ? Double.NaN
                    : excess.largest(at - echo.reach(), at + echo.reach());
            if (Double.isNaN(around)) {
                return Echo.UNKNOWN;
            }
            largest = Double.isNaN(largest) ? around : Math.max(largest, around);
        }
        return Double.isNaN(largest) ? Echo.UNKNOWN : largest;
    }

    private int firstFrom(long day) {
        int found = Arrays.binarySearch(days, 0, size, day);
        return found >= 0 ? found : -found - 1;
    }
}
