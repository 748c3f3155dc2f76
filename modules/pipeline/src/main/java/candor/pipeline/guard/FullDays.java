package candor.pipeline.guard;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Bar;
import candor.pipeline.cleaning.PartialDay;
import java.util.List;

/** Bars are those of whole sessions: none of a day without trading, and the last not taken during the session. */
final class FullDays {

    static final String NAME = "full days";

    private FullDays() {}

    static GuardResult check(List<Bar> bars, TradingCalendar calendar) {
        for (Bar bar : bars) {
            if (!calendar.isSession(bar.session())) {
                return GuardResult.broken(
                        NAME,
                        "There is a bar on " + bar.session() + ", when the exchange was closed: close " + bar.close()
                                + ", volume " + bar.volume() + ".");
            }
        }
        Bar last = bars.getLast();
        boolean partial = !calendar.closesEarly(last.session())
                && PartialDay.looksPartial(
                        bars.stream().mapToDouble(Bar::volume).toArray());
        return partial
                ? GuardResult.broken(
                        NAME,
                        "The last bar, of " + last.session() + ", seems to have been taken during the session: its"
                                + " volume is " + last.volume() + ".")
                : GuardResult.held(NAME, "All " + bars.size() + " bars are of whole sessions.");
    }
}
