package candor.pipeline.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.pipeline.failure.HaltedForManualCheck;
import candor.pipeline.failure.NotEnoughHistory;
import candor.pipeline.repair.Doubt;
import candor.pipeline.repair.RepairResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** Stops at doubts that leave a return wrong, and at more faults than a good source makes. */
    void requireRepairable(RepairResult repaired, int rows) {
        List<String> grave = repaired.doubts().stream()
                .filter(doubt -> doubt.then() == Doubt.Consequence.STOP)
                .map(doubt -> "line " + doubt.line() + ", " + doubt.session() + ": " + doubt.evidence())
                .toList();
        if (!grave.isEmpty()) {
            throw new HaltedForManualCheck(
                    source + ": what cannot be right, and what would be, the file does not prove: " + listed(grave)
                            + ": correct these rows, begin the file after them, or get the bars from another source");
        }
        if (repaired.faults() > rules.toleratedFaults() && repaired.faults() > rules.maxFaultShare() * rows) {
            throw new HaltedForManualCheck(source + ": " + repaired.faults() + " separate faults in " + rows
                    + " rows could be repaired, at most " + percent(rules.maxFaultShare(), 1)
                    + " may, as so bad a source has others that nobody sees: look at them with ./candor repair, or get the"
                    + " bars from another source");
        }
    }

    private static String listed(List<String> all) {
        String more = all.size() > LISTED ? "; and " + (all.size() - LISTED) + " more" : "";
        return String.join("; ", all.subList(0, Math.min(LISTED, all.size()))) + more;
    }

    void requireFewQuarantined(List<Quarantined> quarantined, int rows) {
        int count = quarantined.size();
        if (count > rules.toleratedQuarantined() && count > rules.maxQuarantinedShare() * rows) {
            throw new HaltedForManualCheck(source + ": " + count + " of " + rows + " rows (" + percent(count, rows)
                    + ") would have to be set aside, at most " + percent(rules.maxQuarantinedShare(), 1)
                    + " may: " + byRule(quarantined) + ": correct these rows, or get the bars from another source");
        }
    }

    /** Each rule with its number of rows and the first of them, most rows first. */
    private static String byRule(List<Quarantined> quarantined) {
        Map<String, List<Quarantined>> byRule = new TreeMap<>();
        quarantined.forEach(one ->
                byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one));
        return listed(byRule.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .map(entry -> entry.getValue().size() + " " + entry.getKey() + ", "
                        + entry.getValue().getFirst().row().session() + " first ("
                        + entry.getValue().getFirst().evidence() + ")")
                .toList());
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
