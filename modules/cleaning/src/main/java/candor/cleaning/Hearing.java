// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.repair.RepairResult;
import candor.cleaning.repair.Repairs;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.forecasting.text.Figures;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One retrieval before the judge: the rules in their order, with the log and the stops that they make. */
final class Hearing {

    private final TradingCalendar calendar;
    private final CleaningRules rules;
    private final AdjustedCloses adjustedCloses;
    private final Retrieval given;
    private final LocalDate asOf;
    private final Rulings rulings;
    private final String source;
    private final CleaningLog log = new CleaningLog();
    private final Stops stops = new Stops();
    private final Sanity sanity;

    /** Splits that closes without adjusted ones are adjusted for already. */
    private SortedMap<LocalDate, Double> applied = new TreeMap<>();

    Hearing(
            TradingCalendar calendar,
            CleaningRules rules,
            AdjustedCloses adjustedCloses,
            Retrieval given,
            LocalDate asOf,
            Rulings rulings) {
        this.calendar = calendar;
        this.rules = rules;
        this.adjustedCloses = adjustedCloses;
        this.given = given;
        this.asOf = asOf;
        this.rulings = rulings;
        this.source = Provenance.FILE.in(given.provenance()).orElse(given.source());
        this.sanity = new Sanity(rules, stops);
    }

    Verdict verdict() {
        if (asOf.isAfter(calendar.lastDay())) {
            stops.reject(
                    "beyond-calendar",
                    asOf,
                    asOf,
                    "asOf " + asOf + " lies after " + calendar.lastDay() + ", the last day that the calendar knows",
                    "forecast as of an earlier day");
            return verdict(new RepairResult(List.of(), List.of(), List.of(), 0, 0), List.of(), List.of());
        }
        List<RawBar> known = sinceBeginning(sinceCalendarBegins(visible(given.bars())));
        sanity.checkRows(known.size(), asOf);
        RowRules rowRules = new RowRules(log);
        boolean withVolume = known.stream().anyMatch(Hearing::saysVolume);
        List<RawBar> ascending = rowRules.ascending(withVolume ? known : withoutVolume(known));
        sanity.checkKind(ascending);
        sanity.checkCurrency(Provenance.CURRENCY.in(given.provenance()).orElse(Sanity.DOLLARS));
        if (new CloseApart(rules, stops).check(ascending)) {
            return verdict(new RepairResult(ascending, List.of(), List.of(), 0, 0), List.of(), List.of());
        }
        RepairResult repaired = repaired(new RuledSplits(rulings, log), ascending);
        sanity.checkRepairs(repaired, known.size(), rulings);
        List<CorporateAction> actions = Actions.of(repaired.rows(), given.hasAdjustedClose(), stops);
        List<RawBar> kept = usable(rowRules, repaired, withVolume);
        sanity.checkQuarantined(log.quarantined(), known.size());
        sanity.checkBars(kept.size(), known.size());
        return verdict(repaired, kept, actions);
    }

    private RepairResult repaired(RuledSplits ruled, List<RawBar> rows) {
        List<RawBar> listed = ruled.listed(rows);
        RepairResult result = Repairs.of(given, listed);
        log.adopt(result);
        NewUnit.ask(listed, result, rulings, stops);
        SplitLevels levels = new SplitLevels(ruled, log);
        RepairResult repaired = given.hasAdjustedClose() ? levels.adjusted(result) : levels.asTraded(result);
        applied = levels.applied();
        return repaired;
    }

    private List<RawBar> usable(RowRules rowRules, RepairResult repaired, boolean withVolume) {
        List<RawBar> certain = rowRules.withoutDoubts(repaired.rows(), repaired.doubts());
        List<RawBar> tradable = rowRules.onSessions(rowRules.withoutConflicts(certain), calendar);
        List<RawBar> alive = DeadRows.setAside(tradable, withVolume, log, stops);
        List<RawBar> possible =
                new ValueRules(given.hasAdjustedClose(), rules.roundingTolerance(), log).possible(alive);
        List<RawBar> near = Spikes.setAside(Wicks.setAside(possible, log), log);
        List<RawBar> adjusted = given.hasAdjustedClose() ? AdjustmentFactors.setAside(near, known(), log, stops) : near;
        return PartialDay.setAside(adjusted, calendar, log);
    }

    private Verdict verdict(RepairResult repaired, List<RawBar> kept, List<CorporateAction> actions) {
        List<Bar> bars = kept.stream().map(Hearing::toBar).toList();
        List<LocalDate> gaps = List.of();
        Basis.Found basis = new Basis.Found(PriceBasis.DIVIDENDS_UNKNOWN, List.of());
        if (!bars.isEmpty()) {
            sanity.checkLevel(bars.getLast());
            sanity.checkFresh(bars.getLast().session(), asOf, calendar);
            gaps = gaps(bars);
            sanity.checkDaily(gaps, bars, log.quarantined());
            basis = new Basis(adjustedCloses, log, stops).of(given, kept, bars, Jumps.possible(bars, actions), applied);
            checkLevels(bars, basis, actions);
        }
        CleaningResult result = new CleaningResult(
                bars,
                basis.adjustedCloses(),
                actions,
                log.entries(),
                log.quarantined(),
                gaps,
                log.counts(bars.size(), gaps.size()),
                basis.basis(),
                truth(bars));
        return new Verdict(source, repaired, result, stops.all());
    }

    private void checkLevels(List<Bar> bars, Basis.Found basis, List<CorporateAction> actions) {
        List<Double> adjusted = basis.adjustedCloses();
        if (basis.basis() == PriceBasis.AS_TRADED || basis.basis() == PriceBasis.DIVIDENDS_UNKNOWN) {
            new Jumps(rules.maxFactor(), known(), stops).checkActionsThatFitCloses(bars, actions);
        }
        LongGaps.ask(bars, adjusted, calendar, known(), stops);
        Steps.ask(bars, adjusted, known(), stops);
        Jumps jumps = new Jumps(rules.maxFactor(), known(), stops);
        jumps.checkCloses(bars, actions);
        jumps.checkAdjustedCloses(bars, adjusted);
    }

    /** Sessions about which a person has ruled, or is asked. */
    private Set<LocalDate> known() {
        Set<LocalDate> known = new HashSet<>();
        rulings.all().forEach(ruling -> known.add(ruling.session()));
        stops.all().forEach(stop -> {
            if (stop.last() != null) {
                known.add(stop.last());
            }
        });
        return known;
    }

    private static boolean saysVolume(RawBar row) {
        return row.volume() != 0 && !Double.isNaN(row.volume());
    }

    /** What has no volume in any row is an index, or has it elsewhere: no rule may take that for days without trade. */
    private List<RawBar> withoutVolume(List<RawBar> rows) {
        rows.stream()
                .map(RawBar::session)
                .min(LocalDate::compareTo)
                .ifPresent(first -> log.note(
                        first,
                        "volume",
                        "",
                        "0",
                        CleaningLog.NO_VOLUME,
                        "no row has a volume: every bar gets 0, and nothing is judged or forecast by it"));
        return rows.stream().map(row -> row.withVolume(0)).toList();
    }

    private List<RawBar> visible(List<RawBar> rows) {
        return rows.stream().filter(row -> !row.session().isAfter(asOf)).toList();
    }

    private List<RawBar> sinceCalendarBegins(List<RawBar> rows) {
        List<RawBar> before = rows.stream()
                .filter(row -> row.session().isBefore(calendar.firstDay()))
                .toList();
        if (before.isEmpty()) {
            return rows;
        }
        List<LocalDate> days = before.stream().map(RawBar::session).sorted().toList();
        log.drop(
                before.size(),
                days.getFirst(),
                "before-calendar",
                Figures.count(before.size(), "row") + " from " + days.getFirst() + " to " + days.getLast()
                        + (before.size() == 1 ? " lies before " : " lie before ")
                        + calendar.firstDay() + ", the first day that the calendar knows");
        return rows.stream()
                .filter(row -> !row.session().isBefore(calendar.firstDay()))
                .toList();
    }

    /** Without the rows before the session that a person named as the first of this company. */
    private List<RawBar> sinceBeginning(List<RawBar> rows) {
        Ruling begin = rulings.begin().orElse(null);
        if (begin == null) {
            return rows;
        }
        List<RawBar> kept = rows.stream()
                .filter(row -> !row.session().isBefore(begin.session()))
                .toList();
        int dropped = rows.size() - kept.size();
        if (dropped > 0) {
            log.drop(
                    dropped,
                    begin.session(),
                    "begin",
                    Figures.count(dropped, "row") + " before " + begin.session()
                            + (dropped == 1 ? " is" : " are") + " left out: " + begin.by()
                            + " says that the series begins there");
        }
        return kept;
    }

    private List<LocalDate> gaps(List<Bar> bars) {
        Set<LocalDate> present = new HashSet<>();
        bars.forEach(bar -> present.add(bar.session()));
        Map<LocalDate, String> setAside = new HashMap<>();
        log.quarantined().forEach(one -> setAside.put(one.row().session(), one.rule()));
        List<LocalDate> gaps = calendar
                .sessions(bars.getFirst().session(), bars.getLast().session())
                .stream()
                .filter(session -> !present.contains(session))
                .toList();
        for (LocalDate session : gaps) {
            String rule = setAside.get(session);
            log.note(
                    session,
                    CleaningLog.ROW,
                    "",
                    "",
                    "gap",
                    rule == null
                            ? "the exchange was open, but the source has no row"
                            : "the exchange was open, but the row was set aside: " + rule);
        }
        return gaps;
    }

    private @Nullable List<Double> truth(List<Bar> bars) {
        if (!(given instanceof Retrieval.Synthetic synthetic)) {
            return null;
        }
        List<Double> truth = synthetic.truth();
        Map<LocalDate, Double> bySession = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            bySession.put(given.bars().get(i).session(), truth.get(i));
        }
        return bars.stream()
                .map(bar -> bySession.getOrDefault(bar.session(), Double.NaN))
                .toList();
    }

    private static Bar toBar(RawBar row) {
        return new Bar(row.session(), row.open(), row.high(), row.low(), row.close(), row.volume());
    }
}
