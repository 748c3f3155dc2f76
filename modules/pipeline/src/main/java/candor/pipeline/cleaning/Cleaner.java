package candor.pipeline.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.pipeline.failure.HaltedForManualCheck;
import candor.pipeline.failure.InputRefused;
import candor.pipeline.failure.NotEnoughHistory;
import candor.pipeline.port.RawBar;
import candor.pipeline.port.Retrieval;
import candor.pipeline.repair.RepairResult;
import candor.pipeline.repair.Repairs;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes bars of the rows that a source gave. The same rows, asOf, calendar and rules give the same result; the order of
 * the rows does not matter for the bars.
 *
 * <p>In this order: rows after asOf are not visible and leave no trace; rows before the calendar are dropped; the rest is
 * sorted; equal rows are merged; what the rows prove wrong about themselves is repaired (see {@link Repairs}); then set aside
 * are rows in doubt, sessions with contradicting rows, days without trading, and rows whose values are missing or impossible.
 * A last row that was taken during the session is set aside, too. High and low that miss open or close by a rounding
 * are widened. Moves, however large, are never changed: levels that cannot belong together stop the run. No day is
 * filled in.
 */
public final class Cleaner {

    private final TradingCalendar calendar;
    private final CleaningRules rules;
    private final AdjustedCloses adjustedCloses;

    /** @param adjustedCloses for sources that have none of their own */
    public Cleaner(TradingCalendar calendar, CleaningRules rules, AdjustedCloses adjustedCloses) {
        this.calendar = calendar;
        this.rules = rules;
        this.adjustedCloses = adjustedCloses;
    }

    /**
     * The bars up to asOf, with the log of what was done.
     *
     * @throws InputRefused where asOf or a row up to it lies after the calendar
     * @throws NotEnoughHistory where fewer bars are left than the rules ask for
     * @throws HaltedForManualCheck where a person has to look: too much set aside or missing, too old, impossible levels
     */
    public CleaningResult clean(Retrieval retrieval, LocalDate asOf) {
        String source = retrieval.provenance().getOrDefault("file", retrieval.source());
        requireKnownAsOf(source, asOf);
        CleaningLog log = new CleaningLog();
        List<RawBar> known = sinceCalendarBegins(visible(retrieval.bars(), asOf), log);
        Sanity sanity = new Sanity(source, rules);
        sanity.requireRows(known.size(), asOf);

        RowRules rowRules = new RowRules(log);
        RepairResult repaired = Repairs.of(retrieval, rowRules.ascending(known));
        log.adopt(repaired);
        sanity.requireRepairable(repaired, known.size());
        List<CorporateAction> actions = Actions.of(source, repaired.rows(), retrieval.hasAdjustedClose());
        List<RawBar> certain = rowRules.withoutDoubts(repaired.rows(), repaired.doubts());
        List<RawBar> tradable = rowRules.onSessions(rowRules.withoutConflicts(certain), calendar);
        List<RawBar> kept =
                new ValueRules(retrieval.hasAdjustedClose(), rules.roundingTolerance(), log).possible(tradable);
        kept = PartialDay.setAside(kept, calendar, log);
        List<Bar> bars = kept.stream().map(Cleaner::toBar).toList();
        sanity.requireFewQuarantined(log.quarantined(), known.size());
        sanity.requireBars(bars, known.size());
        sanity.requireFresh(bars.getLast().session(), asOf, calendar);
        List<LocalDate> gaps = gaps(bars, log);
        sanity.requireDaily(gaps, bars);

        List<Double> adjusted = adjustedCloses(source, retrieval.hasAdjustedClose(), kept, bars, actions, log);
        return new CleaningResult(
                bars,
                adjusted,
                actions,
                log.entries(),
                log.quarantined(),
                gaps,
                log.counts(bars.size(), gaps.size()),
                truth(retrieval, bars));
    }

    private void requireKnownAsOf(String source, LocalDate asOf) {
        if (asOf.isAfter(calendar.lastDay())) {
            throw new InputRefused(source + ": asOf " + asOf + " lies after " + calendar.lastDay()
                    + ", the last day that the calendar knows: forecast as of an earlier day");
        }
    }

    private static List<RawBar> visible(List<RawBar> rows, LocalDate asOf) {
        return rows.stream().filter(row -> !row.session().isAfter(asOf)).toList();
    }

    private List<RawBar> sinceCalendarBegins(List<RawBar> rows, CleaningLog log) {
        List<RawBar> before = rows.stream()
                .filter(row -> row.session().isBefore(calendar.firstDay()))
                .toList();
        if (before.isEmpty()) {
            return rows;
        }
        log.dropBeforeCalendar(before, calendar.firstDay());
        return rows.stream()
                .filter(row -> !row.session().isBefore(calendar.firstDay()))
                .toList();
    }

    private List<LocalDate> gaps(List<Bar> bars, CleaningLog log) {
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

    private List<Double> adjustedCloses(
            String source,
            boolean ownColumn,
            List<RawBar> kept,
            List<Bar> bars,
            List<CorporateAction> actions,
            CleaningLog log) {
        Jumps jumps = new Jumps(source, rules.maxFactor());
        jumps.requireExplainedCloses(bars, actions);
        if (!ownColumn) {
            jumps.requireActionsThatFitCloses(bars, actions);
            WholeCents.require(source, bars, actions);
            log.note(
                    bars.getFirst().session(),
                    "adjustedClose",
                    "",
                    "computed",
                    "adjusted-close",
                    "the source has no adjusted closes: computed from closes, taken as traded, and " + actions.size()
                            + " dividends and splits");
        }
        List<Double> adjusted = ownColumn
                ? kept.stream().map(RawBar::adjustedClose).toList()
                : Arrays.stream(adjustedCloses.of(bars, actions)).boxed().toList();
        jumps.requireSmoothAdjustedCloses(bars, adjusted);
        return adjusted;
    }

    private static @Nullable List<Double> truth(Retrieval retrieval, List<Bar> bars) {
        List<Double> truth = retrieval.truth();
        if (truth == null) {
            return null;
        }
        Map<LocalDate, Double> bySession = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            bySession.put(retrieval.bars().get(i).session(), truth.get(i));
        }
        return bars.stream()
                .map(bar -> bySession.getOrDefault(bar.session(), Double.NaN))
                .toList();
    }

    private static Bar toBar(RawBar row) {
        return new Bar(row.session(), row.open(), row.high(), row.low(), row.close(), row.volume());
    }
}
