// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.guard;

import candor.forecasting.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.List;

/** Whether bars are of sessions of the exchange, for bars that no forecast has been made from yet. */
public record SessionDays(TradingCalendar calendar) {

    static final String NAME = "finished sessions";

    /** Judges the days of bars. */
    public GuardResult check(List<LocalDate> days) {
        for (LocalDate day : days) {
            boolean known = !day.isBefore(calendar.firstDay()) && !day.isAfter(calendar.lastDay());
            if (known && !calendar.isSession(day)) {
                return GuardResult.broken(NAME, "There is a bar on " + day + ", when the exchange was closed.");
            }
        }
        return GuardResult.held(NAME, "All " + days.size() + " bars are of sessions of the exchange.");
    }
}
