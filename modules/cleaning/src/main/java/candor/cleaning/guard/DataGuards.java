package candor.cleaning.guard;

import candor.cleaning.CleaningResult;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.SessionDays;
import candor.forecasting.market.Bar;
import candor.store.port.Retrieval;
import java.util.List;

/** The guards of bars that forecasts are made from; docs/invariants.md lists them. */
public final class DataGuards {

    private DataGuards() {}

    /**
     * Judges cleaned bars.
     *
     * @param given what the source gave
     * @param cleaned what was made of it
     */
    public static List<GuardResult> of(Retrieval given, CleaningResult cleaned, TradingCalendar calendar) {
        return List.of(
                RealMovesKept.check(given, cleaned),
                OneVintage.check(cleaned),
                new SessionDays(calendar)
                        .check(cleaned.bars().stream().map(Bar::session).toList()),
                FullLastDay.check(cleaned.bars(), calendar));
    }
}
