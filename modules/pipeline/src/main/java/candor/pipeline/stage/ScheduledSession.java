package candor.pipeline.stage;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.store.failure.RequestRefused;
import candor.store.port.BarSource;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The session that a run is about which a schedule started: the last one that was over at the scheduled time. A start that
 * was delayed or is redriven days later is still about that session.
 *
 * @param session the last one whose bar was final at the scheduled time
 * @param due whether it ended since the same hour of the day before, by New York's clock: a daily schedule does no session
 *     twice, at whatever hour it starts, also on the days when that clock is changed
 */
record ScheduledSession(LocalDate session, boolean due) {

    static ScheduledSession at(Instant scheduled, TradingCalendar calendar) {
        Instant dayBefore = scheduled.atZone(NyseCalendar.ZONE).minusDays(1).toInstant();
        LocalDate session = lastOver(scheduled, calendar);
        return new ScheduledSession(session, session.isAfter(lastOver(dayBefore, calendar)));
    }

    private static LocalDate lastOver(Instant time, TradingCalendar calendar) {
        LocalDate day = time.atZone(NyseCalendar.ZONE).toLocalDate();
        if (!day.isAfter(calendar.firstDay()) || day.isAfter(calendar.lastDay())) {
            throw new RequestRefused("the request's field 'scheduledTime': no sessions are known around " + time
                    + "; the calendar reaches from " + calendar.firstDay() + " to " + calendar.lastDay());
        }
        return calendar.lastFinishedSession(time, BarSource.SETTLING);
    }
}
