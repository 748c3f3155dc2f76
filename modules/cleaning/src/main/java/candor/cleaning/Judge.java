// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.store.port.Retrieval;
import java.time.LocalDate;

/**
 * The one judge of daily bars, for every way in: a run, own bars of a prediction, a comparison of sources, a file that a
 * person wants repaired. Never throws for what rows say: all that stops a run is in the verdict, with all that was
 * found, and whoever asked decides what to do with it.
 */
public final class Judge {

    private final TradingCalendar calendar;
    private final CleaningRules rules;
    private final AdjustedCloses adjustedCloses;

    /**
     * @param rules {@link CleaningRules#standard()} for a run, {@link CleaningRules#ofAnyLength()} where a short series
     *     is as good as a long one
     * @param adjustedCloses for sources that have none of their own
     */
    public Judge(TradingCalendar calendar, CleaningRules rules, AdjustedCloses adjustedCloses) {
        this.calendar = calendar;
        this.rules = rules;
        this.adjustedCloses = adjustedCloses;
    }

    /**
     * Judges the rows up to asOf. The same rows, asOf and rulings give the same verdict; the order of the rows does not
     * matter for the bars.
     */
    public Verdict of(Retrieval given, LocalDate asOf, Rulings rulings) {
        return new Hearing(calendar, rules, adjustedCloses, given, asOf, rulings).verdict();
    }
}
