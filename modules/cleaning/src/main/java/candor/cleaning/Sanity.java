package candor.cleaning;

import candor.cleaning.repair.Doubt;
import candor.cleaning.repair.RepairResult;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.text.Figures;
import candor.store.port.RawBar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stops a run although single rows are in order or set aside: too little, too much wrong, too old. */
final class Sanity {

    /** The currency of the exchanges whose sessions the calendar knows. */
    static final String DOLLARS = "USD";

    private static final Set<String> WRITTEN_DOLLARS = Set.of(DOLLARS, "$", "US$");

    /** In dollars; a share of the dearest company costs less than a million. */
    private static final double HIGHEST_CLOSE = 1e7;

    private static final String MANY_SET_ASIDE = "many-set-aside";

    private final CleaningRules rules;
    private final Stops stops;

    /** Rows of another kind are too few, too many or on other days: they are reported as that, once. */
    private boolean ofOtherKind;

    Sanity(CleaningRules rules, Stops stops) {
        this.rules = rules;
        this.stops = stops;
    }

    /** Looks at the rows before any rule: what is too short cannot become long enough. */
    void checkRows(int rows, LocalDate asOf) {
        if (rows < rules.minimumBars()) {
            stops.tooShort(
                    Figures.count(rows, "row") + " up to " + asOf + ", but at least " + rules.minimumBars()
                            + " are needed",
                    "get a longer history of daily bars, or another symbol");
        }
    }

    void checkKind(List<RawBar> ascending) {
        Kind.of(ascending).ifPresent(kind -> {
            ofOtherKind = true;
            stops.check(
                    "not-daily",
                    ascending.getFirst().session(),
                    ascending.getLast().session(),
                    "these are no daily bars: " + kind.what(),
                    kind.remedy());
        });
    }

    void checkCurrency(String currency) {
        if (!WRITTEN_DOLLARS.contains(currency)) {
            stops.check(
                    "currency",
                    null,
                    null,
                    "prices are in " + currency + ", and what Candor knows of sessions and of prices is of shares that"
                            + " trade in US dollars",
                    "give the bars of the listing in dollars");
        }
    }

    void checkLevel(Bar last) {
        if (last.close() > HIGHEST_CLOSE) {
            stops.check(
                    "absurd-level",
                    last.session(),
                    last.session(),
                    "the last close, " + new BigDecimal(Double.toString(last.close())).toPlainString() + " on "
                            + last.session() + ", is beyond ten million dollars, as of prices in another unit",
                    "divide the prices by their unit (a thousand millionth in fixed-point files), or give a file in"
                            + " dollars");
        }
    }

    /** Stops at doubts that leave a return wrong, and at more faults than a good source makes. */
    void checkRepairs(RepairResult repaired, int rows, Rulings rulings) {
        List<Doubt> grave = repaired.doubts().stream()
                .filter(doubt -> doubt.then() == Doubt.Consequence.STOP && !rulings.isReal(doubt.session()))
                .toList();
        if (!grave.isEmpty()) {
            List<String> said = grave.stream()
                    .map(doubt -> "line " + doubt.line() + ", " + doubt.session() + ": " + doubt.evidence())
                    .toList();
            stops.check(
                    grave.getFirst().rule(),
                    grave.getFirst().session(),
                    grave.getLast().session(),
                    "what cannot be right, and what would be, the file does not prove: " + Stops.listed(said),
                    "correct these rows, begin the file after them, or get the bars from another source");
        }
        if (repaired.faults() > rules.toleratedFaults() && repaired.faults() > rules.maxFaultShare() * rows) {
            stops.check(
                    "many-faults",
                    null,
                    null,
                    repaired.faults() + " separate faults in " + rows + " rows could be repaired, at most "
                            + percent(rules.maxFaultShare(), 1)
                            + " may, as so bad a source has others that nobody sees",
                    "look at them with ./candor repair, or get the bars from another source");
        }
    }

    /** Rows of a dead feed do not count: they are missing, and say nothing against the others. */
    void checkQuarantined(List<Quarantined> all, int rows) {
        List<Quarantined> quarantined =
                all.stream().filter(one -> !one.rule().equals(Liveness.RULE)).toList();
        int count = quarantined.size();
        if (!ofOtherKind && count > rules.toleratedQuarantined() && count > rules.maxQuarantinedShare() * rows) {
            stops.check(
                    MANY_SET_ASIDE,
                    null,
                    null,
                    Figures.count(count) + " of " + Figures.count(rows, "row") + " (" + percent(count, rows)
                            + ") would have to be set aside, at most " + percent(rules.maxQuarantinedShare(), 1)
                            + " may: " + byRule(quarantined),
                    "correct these rows, or get the bars from another source");
        }
    }

    /** Each rule with its number of rows and the first of them, most rows first. */
    private static String byRule(List<Quarantined> quarantined) {
        Map<String, List<Quarantined>> byRule = new TreeMap<>();
        quarantined.forEach(one ->
                byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one));
        return Stops.listed(byRule.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .map(entry -> entry.getValue().size() + " " + entry.getKey() + ", "
                        + entry.getValue().getFirst().row().session() + " first ("
                        + entry.getValue().getFirst().evidence() + ")")
                .toList());
    }

    /** Says nothing where there were too few rows to begin with. */
    void checkBars(int bars, int rows) {
        if (!ofOtherKind && bars < rules.minimumBars() && rows >= rules.minimumBars()) {
            stops.tooShort(
                    Figures.count(bars, "bar") + " after cleaning (of " + Figures.count(rows, "row")
                            + "), but at least " + rules.minimumBars() + " are needed",
                    "get a longer history of daily bars, or correct the rows that were set aside");
        }
    }

    /** Too many sessions without a bar: by rows that were set aside, or because the source has none. */
    void checkDaily(List<LocalDate> gaps, List<Bar> bars, List<Quarantined> quarantined) {
        int sessions = bars.size() + gaps.size();
        if (ofOtherKind || gaps.size() <= rules.maxMissingShare() * sessions) {
            return;
        }
        Set<LocalDate> missing = new HashSet<>(gaps);
        List<Quarantined> aside = quarantined.stream()
                .filter(one -> missing.contains(one.row().session()))
                .toList();
        aside.forEach(one -> missing.remove(one.row().session()));
        boolean daily = missing.size() <= rules.maxMissingShare() * sessions;
        if (daily && stops.all().stream().anyMatch(stop -> stop.rule().equals(MANY_SET_ASIDE))) {
            return;
        }
        stops.check(
                daily ? MANY_SET_ASIDE : "not-daily",
                gaps.getFirst(),
                gaps.getLast(),
                gaps.size() + " of the " + sessions + " sessions from "
                        + bars.getFirst().session() + " to "
                        + bars.getLast().session() + " ("
                        + percent(gaps.size(), sessions) + ") " + (gaps.size() == 1 ? "has" : "have")
                        + " no bar, at most "
                        + percent(rules.maxMissingShare(), 1) + " may; the first is " + gaps.getFirst()
                        + (aside.isEmpty() ? "" : "; rows were set aside: " + byRule(aside)),
                daily
                        ? "correct these rows, or get the bars from another source"
                        : "give daily bars, not weekly ones, of a stock that trades on every session of the exchange");
    }

    void checkFresh(LocalDate last, LocalDate asOf, TradingCalendar calendar) {
        int since =
                last.isBefore(asOf) ? calendar.sessions(last.plusDays(1), asOf).size() : 0;
        if (since > rules.maxStaleSessions()) {
            stops.check(
                    "stale",
                    last,
                    last,
                    "the last bar, " + last + ", lies " + since + " sessions before " + asOf + ", at most "
                            + rules.maxStaleSessions() + " may",
                    "bring the file up to date, or forecast as of " + last);
        }
    }

    /** To a tenth of a percent, with a decimal point in every locale. */
    private static String percent(double part, double whole) {
        return Figures.percent(part / whole);
    }
}
