package candor.pipeline.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.pipeline.failure.HaltedForManualCheck;
import candor.pipeline.failure.NotEnoughHistory;
import java.time.LocalDate;
import java.util.List;

/** What stops a run although single rows are in order or set aside: too little, too much wrong, too old. */
final class Sanity {

    private static final int LISTED = 10;

    private final String source;
    private final CleaningRules rules;

    Sanity(String source, CleaningRules rules) {
        this.source = source;
        this.rules = rules;
    }

    /** Looks at the rows before any rule: what is too short cannot become long enough. */
    void requireRows(int rows, LocalDate asOf) {
        if (rows < rules.minimumBars()) {
            throw new NotEnoughHistory(source + ": " + rows + " rows up to " + asOf + ", but at least "
                    + rules.minimumBars() + " are needed: get a longer history of daily bars, or another symbol");
        }
    }

    void requireFewQuarantined(List<Quarantined> quarantined, int rows) {
        int count = quarantined.size();
        if (count > rules.toleratedQuarantined() && count > rules.maxQuarantinedShare() * rows) {
            String list = String.join(
                    "; ",
                    quarantined.stream()
                            .limit(LISTED)
                            .map(one -> one.row().session() + " " + one.rule() + " (" + one.evidence() + ")")
                            .toList());
            String more = count > LISTED ? "; and " + (count - LISTED) + " more" : "";
            throw new HaltedForManualCheck(source + ": " + count + " of " + rows + " rows (" + percent(count, rows)
                    + ") would have to be set aside, at most " + percent(rules.maxQuarantinedShare(), 1)
                    + " may: " + list + more + ": correct these rows, or get the bars from another source");
        }
    }

    void requireBars(List<Bar> bars, int rows) {
        if (bars.size() < rules.minimumBars()) {
            throw new NotEnoughHistory(source + ": " + bars.size() + " bars after cleaning (of " + rows
                    + " rows), but at least " + rules.minimumBars()
                    + " are needed: get a longer history of daily bars, or correct the rows that were set aside");
        }
    }

    void requireDaily(List<LocalDate> gaps, List<Bar> bars) {
        int sessions = bars.size() + gaps.size();
        if (gaps.size() > rules.maxMissingShare() * sessions) {
            throw new HaltedForManualCheck(source + ": " + gaps.size() + " of the " + sessions + " sessions from "
                    + bars.getFirst().session() + " to " + bars.getLast().session() + " ("
                    + percent(gaps.size(), sessions) + ") have no bar, at most " + percent(rules.maxMissingShare(), 1)
                    + " may; the first is " + gaps.getFirst()
                    + ": give daily bars, not weekly ones, of a stock that trades on every session of the exchange");
        }
    }

    void requireFresh(LocalDate last, LocalDate asOf, TradingCalendar calendar) {
        int since =
                last.isBefore(asOf) ? calendar.sessions(last.plusDays(1), asOf).size() : 0;
        if (since > rules.maxStaleSessions()) {
            throw new HaltedForManualCheck(source + ": the last bar, " + last + ", lies " + since
                    + " sessions before " + asOf + ", at most " + rules.maxStaleSessions()
                    + " may: bring the file up to date, or forecast as of " + last);
        }
    }

    /** To a tenth of a percent, with a decimal point in every locale. */
    private static String percent(double part, double whole) {
        return Math.round(1000 * part / whole) / 10.0 + " %";
    }
}
