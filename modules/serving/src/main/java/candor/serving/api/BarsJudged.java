// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.api;

import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.cleaning.Judge;
import candor.cleaning.Quarantined;
import candor.cleaning.Rulings;
import candor.cleaning.Stop;
import candor.cleaning.Verdict;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.text.Figures;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's own bars before the judge of all bars. A run repairs and sets aside with a log that a person reads; here nobody
 * reads one, so that bars which a run would change or stop at are an {@link ApiProblem}, with what the run would have said.
 */
final class BarsJudged {

    private static final int LISTED = 10;

    private final GivenBars bars;
    private final Verdict verdict;

    private BarsJudged(GivenBars bars, Verdict verdict) {
        this.bars = bars;
        this.verdict = verdict;
    }

    /**
     * The bars as a history; where neither adjusted closes nor dividends and splits were given, the closes as they are.
     *
     * @param rulings what a person has said about the symbol's prices
     * @throws ApiProblem where a run would not take them as they are
     */
    static PriceHistory history(GivenBars bars, TradingCalendar calendar, Rulings rulings) {
        Judge judge = new Judge(
                calendar,
                CleaningRules.ofAnyLength(),
                (rows, actions) -> Adjustment.of(rows, actions).adjustedCloses());
        Verdict verdict = judge.of(bars.toRetrieval(), Objects.requireNonNull(bars.lastSession()), rulings);
        return new BarsJudged(bars, verdict).history();
    }

    private PriceHistory history() {
        verdict.stops().stream()
                .filter(stop -> stop.kind() != Stop.Kind.TOO_SHORT)
                .findFirst()
                .ifPresent(stop -> {
                    throw rejected(stop.first(), stop.evidence() + "; " + remedy(stop));
                });
        verdict.result().log().stream().filter(BarsJudged::isRepair).findFirst().ifPresent(entry -> {
            throw rejected(entry.session(), words(entry));
        });
        List<Quarantined> aside = verdict.result().quarantined();
        if (!aside.isEmpty()) {
            throw rejected(aside.getFirst().row().session(), words(aside));
        }
        return history(verdict.result());
    }

    private PriceHistory history(CleaningResult result) {
        return bars.hasAdjustedCloses() || result.actions().isEmpty()
                ? bars.toHistory()
                : PriceHistory.of(
                        result.bars(),
                        result.adjustedCloses().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }

    /** The remedy for bars in a request, which has no as-of day and uses the rulings that were given for runs. */
    private static String remedy(Stop stop) {
        return switch (stop.rule()) {
            case "dead-rows" -> "leave out the bars from " + stop.first() + " on";
            case "level-step" ->
                "give the adjusted close in every bar, leave out the bars before " + stop.first()
                        + ", or say what it is in a run of the symbol (--split or --real), which counts here too";
            case "long-gap" ->
                "leave out the bars before " + stop.last() + ", or run the symbol with --real " + stop.last()
                        + " where it is the same company, which counts here too";
            default -> stop.remedy();
        };
    }

    /** A cell that has another value afterwards; what is computed, or a note, had none before, and a row set aside has none after. */
    private static boolean isRepair(CleaningEntry entry) {
        return !entry.before().isEmpty()
                && !entry.after().isEmpty()
                && !entry.before().equals(entry.after());
    }

    private static String words(CleaningEntry entry) {
        return entry.column() + " of " + entry.session() + " is " + entry.before() + " where a run would take "
                + entry.after() + " (" + entry.rule() + "; " + withoutLine(entry.evidence())
                + "); give that, or leave the bar out";
    }

    private static String words(List<Quarantined> aside) {
        Quarantined first = aside.getFirst();
        String why =
                " would be set aside by a run (" + first.rule() + "; " + withoutLine(first.evidence()) + "); correct ";
        if (aside.size() == 1) {
            return "the bar of " + first.row().session() + why + "it, or leave it out";
        }
        List<String> days = aside.stream()
                .map(one -> one.row().session().toString())
                .distinct()
                .toList();
        return Figures.count(aside.size(), "bar") + ", the first of "
                + first.row().session() + "," + why
                + "them, or leave them out: " + String.join(", ", days.subList(0, Math.min(LISTED, days.size())))
                + (days.size() > LISTED ? " and " + (days.size() - LISTED) + " more" : "");
    }

    /** Lines are counted otherwise here: the field of the rejection says where the bar stands. */
    private static String withoutLine(String evidence) {
        return evidence.replaceFirst("^line [0-9]+: ", "");
    }

    private ApiProblem rejected(@Nullable LocalDate session, String detail) {
        RawBar bar = session == null ? null : bars.find(session);
        return bar == null
                ? ApiProblem.value("/bars", null, detail)
                : ApiProblem.value(bars.fieldOf(bar, "close"), Double.toString(bar.close()), detail);
    }
}
