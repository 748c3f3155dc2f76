package candor.cleaning.guard;

import candor.cleaning.PartialDay;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Bar;
import java.util.List;

/** The last bar is that of a whole session, not one that was taken before the close. */
final class FullLastDay {

    static final String NAME = "full last day";

    private FullLastDay() {}

    static GuardResult check(List<Bar> bars, TradingCalendar calendar) {
        Bar last = bars.getLast();
        boolean partial = PartialDay.looksPartial(
                bars.stream().mapToDouble(Bar::volume).toArray(), calendar.closesEarly(last.session()));
        return partial
                ? GuardResult.broken(
                        NAME,
                        "The last bar, of " + last.session() + ", seems to have been taken during the session: its"
                                + " volume is " + last.volume() + ".")
                : GuardResult.held(NAME, "The last bar, of " + last.session() + ", has the volume of a whole session.");
    }
}
