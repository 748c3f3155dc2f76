package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.RangeProxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HAR-P makes of a symbol's bars, taken in session by session. A row at a session depends on the bars up to it and
 * on the calendar's dates of the sessions to come.
 */
final class OwnBars {

    private static final int WEEK = 5;
    private static final int MONTH = 22;
    private static final int QUARTER = 66;

    /** The longest horizon of a prior. */
    private static final int KEPT_OF_RANGE = 64;

    /** Keeps the logarithm of a squared overnight return of 0 finite. */
    private static final double LEAST_OVERNIGHT = 1e-6;

    private static final double LEAST_EXCESS = -1;
    private static final double MOST_EXCESS_OF_RANGE = 6;
    private static final double MOST_EXCESS_OF_VOLUME = 4;

    private final TradingCalendar calendar;
    private final SessionNumbers logReturn;
    private final SessionNumbers range;
    private final SessionNumbers logRange;
    private final SessionNumbers longMean;
    private final SessionNumbers fall;
    private final SessionNumbers overnight;
    private final SessionNumbers logVolume;
    private final SessionNumbers excessOfRange;
    private final SessionNumbers excessOfVolume;
    private final DayNumbers days;
    private final Echoes echoes;
    private long[] coming = new long[0];
    private long comingAfter = Long.MIN_VALUE;
    private int returns;
    private double sumOfLogRanges;
    private double lastLogVolume = Double.NaN;

    /** @param calendar names the sessions to come */
    OwnBars(TradingCalendar calendar) {
        this.calendar = calendar;
        this.logReturn = new SessionNumbers();
        this.range = new SessionNumbers();
        this.logRange = new SessionNumbers();
        this.longMean = new SessionNumbers();
        this.fall = new SessionNumbers();
        this.overnight = new SessionNumbers();
        this.logVolume = new SessionNumbers();
        this.excessOfRange = new SessionNumbers();
        this.excessOfVolume = new SessionNumbers();
        this.days = new DayNumbers();
        this.echoes = new Echoes();
    }

    private OwnBars(OwnBars from) {
        this.calendar = from.calendar;
        this.logReturn = from.logReturn.lastOnes(MONTH);
        this.range = from.range.lastOnes(KEPT_OF_RANGE);
        this.logRange = from.logRange.lastOnes(QUARTER);
        this.longMean = from.longMean.lastOnes(1);
        this.fall = from.fall.lastOnes(WEEK);
        this.overnight = from.overnight.lastOnes(MONTH);
        this.logVolume = from.logVolume.lastOnes(QUARTER);
        this.excessOfRange = from.excessOfRange.lastOnes(Echo.MOST_SESSIONS);
        this.excessOfVolume = from.excessOfVolume.lastOnes(Echo.MOST_SESSIONS);
        this.days = from.days.lastOnes(Echo.MOST_SESSIONS);
        this.echoes = from.echoes.copy();
        this.coming = from.coming;
        this.comingAfter = from.comingAfter;
        this.returns = from.returns;
        this.sumOfLogRanges = from.sumOfLogRanges;
        this.lastLogVolume = from.lastLogVolume;
    }

    private OwnBars(Tail tail, TradingCalendar calendar) {
        int size = tail.size();
        this.calendar = calendar;
        this.logReturn = SessionNumbers.of(tail.logReturn(), size);
        this.range = SessionNumbers.of(tail.range(), size);
        this.logRange = SessionNumbers.of(tail.logRange(), size);
        this.longMean = SessionNumbers.of(tail.longMean(), size);
        this.fall = SessionNumbers.of(tail.fall(), size);
        this.overnight = SessionNumbers.of(tail.overnight(), size);
        this.logVolume = SessionNumbers.of(tail.logVolume(), size);
        this.excessOfRange = SessionNumbers.of(tail.excessOfRange(), size);
        this.excessOfVolume = SessionNumbers.of(tail.excessOfVolume(), size);
        this.days = DayNumbers.of(tail.sessions(), size);
        this.echoes = new Echoes();
        this.returns = tail.returns();
        this.sumOfLogRanges = tail.sumOfLogRanges();
        this.lastLogVolume = tail.lastLogVolume() == null ? Double.NaN : tail.lastLogVolume();
    }

    /**
     * As much as rows of later sessions need, for storage.
     *
     * @param size sessions taken in
     * @param sessions the last ones
     * @param returns sessions with a range so far
     * @param sumOfLogRanges of all of them
     * @param lastLogVolume of the last session with a volume; null where there was none
     */
    record Tail(
            int size,
            List<LocalDate> sessions,
            SessionNumbers.Tail logReturn,
            SessionNumbers.Tail range,
            SessionNumbers.Tail logRange,
            SessionNumbers.Tail longMean,
            SessionNumbers.Tail fall,
            SessionNumbers.Tail overnight,
            SessionNumbers.Tail logVolume,
            SessionNumbers.Tail excessOfRange,
            SessionNumbers.Tail excessOfVolume,
            int returns,
            double sumOfLogRanges,
            @Nullable Double lastLogVolume) {

        Tail {
            sessions = List.copyOf(sessions);
        }
    }

    static OwnBars of(Tail tail, TradingCalendar calendar) {
        return new OwnBars(tail, calendar);
    }

    /** A copy that keeps as much as rows of later sessions need. */
    OwnBars lastOnes() {
        return new OwnBars(this);
    }

    Tail toTail() {
        return lastOnes().all();
    }

    private Tail all() {
        return new Tail(
                size(),
                days.toList(),
                logReturn.toTail(),
                range.toTail(),
                logRange.toTail(),
                longMean.toTail(),
                fall.toTail(),
                overnight.toTail(),
                logVolume.toTail(),
                excessOfRange.toTail(),
                excessOfVolume.toTail(),
                returns,
                sumOfLogRanges,
                Double.isNaN(lastLogVolume) ? null : lastLogVolume);
    }

    /** Sessions taken in. */
    int size() {
        return days.size();
    }

    /**
     * Takes the last session of the view in; views come one session after the other, from the history's first on. A view
     * may begin later, with the session before at the latest.
     */
    void absorb(PriceHistory visible) {
        int t = size();
        int last = visible.size() - 1;
        if (t > 0 && (last < 1 || visible.session(last - 1).toEpochDay() != days.at(t - 1))) {
            throw new IllegalArgumentException(visible.session(last) + " does not come after "
                    + LocalDate.ofEpochDay(days.at(t - 1)) + ", the session taken in last");
        }
        days.add(visible.session(last).toEpochDay());
        addRange(RangeProxy.at(visible, last));
        addReturn(visible, last, t);
        addVolume(visible.volume(last), t);
        excessOfRange.add(excess(logRange, t, MOST_EXCESS_OF_RANGE));
        excessOfVolume.add(excess(logVolume, t, MOST_EXCESS_OF_VOLUME));
    }

    private void addRange(double variance) {
        range.add(variance);
        double log = StrictMath.log(variance);
        if (Double.isFinite(log)) {
            sumOfLogRanges += log;
            returns++;
        }
        logRange.add(log);
        longMean.add(Double.isFinite(log) ? sumOfLogRanges / returns : Double.NaN);
    }

    private void addReturn(PriceHistory visible, int last, int t) {
        double r = t == 0 ? Double.NaN : Targets.logReturn(visible, last - 1, last);
        logReturn.add(r);
        fall.add(Math.max(-r, 0) / month(t));
        if (Double.isNaN(r)) {
            overnight.add(Double.NaN);
        } else {
            double night =
                    StrictMath.log(visible.open(last) * visible.adjustment(last) / visible.adjustedClose(last - 1));
            overnight.add(StrictMath.log(night * night + LEAST_OVERNIGHT));
        }
    }

    private void addVolume(double volume, int t) {
        lastLogVolume = volume > 0 ? StrictMath.log(volume) : lastLogVolume;
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
        row[8] = orUsual(logVolume.at(t) - monthOfVolume);
        row[9] = orUsual(logVolume.mean(t, WEEK) - monthOfVolume);
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

    /** An index has no volume, and some files have none: what it would say is left at its usual. */
    private static double orUsual(double excess) {
        return Double.isNaN(excess) ? 0 : excess;
    }

    private int addEchoes(double[] row, int first, int t, int horizon) {
        double[] largest = new double[OwnRegressors.ECHOES.size()];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        long[] ahead = coming(t, horizon);
        for (long day : ahead) {
            double[] around = echoes.at(day, making(t));
            for (int e = 0; e < largest.length; e++) {
                largest[e] = Math.max(largest[e], around[e]);
            }
        }
        for (int e = 0; e < largest.length; e++) {
            boolean unknown = ahead.length == 0 || Double.isNaN(largest[e]);
            row[first + e] = unknown ? Echo.UNKNOWN : largest[e];
        }
        return first + largest.length;
    }

    /** The dates of the sessions to come as the calendar has them; none where it does not know them all. */
    private long[] coming(int t, int horizon) {
        long today = days.at(t);
        if (comingAfter != today || coming.length < horizon) {
            int most = Math.max(horizon, coming.length);
            coming = following(today, isKnown(today, most) ? most : isKnown(today, horizon) ? horizon : 0);
            comingAfter = today;
        }
        return coming.length < horizon ? new long[0] : Arrays.copyOf(coming, horizon);
    }

    private boolean isKnown(long today, int sessions) {
        LocalDate day = LocalDate.ofEpochDay(today);
        return !day.isBefore(calendar.firstDay())
                && !day.plusDays(2L * sessions + 10).isAfter(calendar.lastDay());
    }

    /** So many sessions after a day; those that were to come the day before are known. */
    private long[] following(long today, int sessions) {
        long[] ahead = new long[sessions];
        int known = 0;
        if (coming.length > 0 && coming[0] == today) {
            known = Math.min(coming.length - 1, sessions);
            System.arraycopy(coming, 1, ahead, 0, known);
        }
        for (int k = known; k < sessions; k++) {
            LocalDate before = LocalDate.ofEpochDay(k == 0 ? today : ahead[k - 1]);
            ahead[k] = calendar.sessionAfter(before, 1).toEpochDay();
        }
        return ahead;
    }

    private Echoes.Making making(int t) {
        return new Echoes.Making() {
            @Override
            public double[] of(long day) {
                return OwnRegressors.ECHOES.stream()
                        .mapToDouble(echo -> around(echo, day, t))
                        .toArray();
            }

            @Override
            public boolean isFinal(long day) {
                return OwnRegressors.ECHOES.stream()
                        .allMatch(echo -> days.firstFrom(day - echo.days()) + echo.reach() <= t);
            }
        };
    }

    private double around(Echo echo, long day, int t) {
        SessionNumbers excess = echo.ofVolume() ? excessOfVolume : excessOfRange;
        int at = days.firstFrom(day - echo.days());
        return at < QUARTER || at + echo.reach() > t
                ? Double.NaN
                : excess.largest(at - echo.reach(), at + echo.reach());
    }
}
