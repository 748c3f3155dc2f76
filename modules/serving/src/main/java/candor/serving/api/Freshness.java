package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import java.time.Clock;
import java.time.LocalDate;

/**
 * How old a forecast is, in sessions.
 *
 * @param sessionsBehind finished sessions after the forecast's last visible one
 * @param stale whether it lags more than the one session between a close and the evening's run
 */
public record Freshness(int sessionsBehind, boolean stale) {

    /**
     * A synthetic stock lives in a time of its own and is never stale. Sessions before the calendar begins are not counted:
     * what ended there is stale by any count.
     */
    public static Freshness of(LocalDate asOf, boolean synthetic, TradingCalendar calendar, Clock clock) {
        if (synthetic) {
            return new Freshness(0, false);
        }
        LocalDate last = calendar.lastFinishedSession(clock.instant());
        LocalDate next = asOf.plusDays(1);
        LocalDate from = next.isBefore(calendar.firstDay()) ? calendar.firstDay() : next;
        int behind = last.isBefore(from) ? 0 : calendar.sessions(from, last).size();
        return new Freshness(behind, behind > 1);
    }
}
