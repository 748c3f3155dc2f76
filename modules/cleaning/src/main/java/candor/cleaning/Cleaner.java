package candor.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.store.failure.HaltedForManualCheck;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import candor.store.port.Retrieval;
import java.time.LocalDate;

/**
 * Makes bars of the rows that a source gave, or stops. The same rows, asOf, calendar, rules and rulings give the same
 * result; the order of the rows does not matter for the bars.
 *
 * <p>In this order: rows after asOf are not visible and leave no trace; rows before the calendar are dropped; the rest is
 * sorted; equal rows are merged; what the rows prove wrong about themselves is repaired; then set aside are rows in
 * doubt, sessions with contradicting rows, days without trading, rows that a dead feed wrote, rows whose values are missing
 * or impossible, and misprints: far off, or there and back with ordinary volume. A last row that was taken during the session
 * is set aside, too. High and low that miss open or close by a rounding are widened. Moves of the market, however large, are
 * never changed: levels that cannot belong together stop the run. No day is filled in.
 */
public final class Cleaner {

    private final Judge judge;

    /** @param adjustedCloses for sources that have none of their own */
    public Cleaner(TradingCalendar calendar, CleaningRules rules, AdjustedCloses adjustedCloses) {
        this.judge = new Judge(calendar, rules, adjustedCloses);
    }

    /** As {@link #clean(Retrieval, LocalDate, Rulings)} where nobody has ruled anything. */
    public CleaningResult clean(Retrieval retrieval, LocalDate asOf) {
        return clean(retrieval, asOf, Rulings.NONE);
    }

    /**
     * The bars up to asOf, with the log of what was done.
     *
     * @throws InputRefused where asOf lies after the calendar, or the rows are of a kind that Candor does not forecast
     * @throws NotEnoughHistory where fewer bars are left than the rules ask for
     * @throws HaltedForManualCheck where a person has to look: too much set aside or missing, too old, impossible levels
     */
    public CleaningResult clean(Retrieval retrieval, LocalDate asOf, Rulings rulings) {
        return judge.of(retrieval, asOf, rulings).orThrow();
    }
}
