// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.PriceHistory;
import candor.pipeline.cleaning.CleaningResult;
import candor.pipeline.cleaning.CleaningRules;
import candor.pipeline.cleaning.Judge;
import candor.pipeline.cleaning.Quarantined;
import candor.pipeline.cleaning.Rulings;
import candor.pipeline.cleaning.Stop;
import candor.pipeline.cleaning.Verdict;
import candor.pipeline.port.RawBar;
import candor.pipeline.report.CleaningEntry;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's own bars before the judge of all bars. A run repairs and sets aside with a log that a person reads; here nobody
 * reads one, so that bars which a run would change or stop at are {@link Refused}, with what the run would have said.
 */
final class BarsJudged {

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
     * @throws Refused where a run would not take them as they are
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
                    throw refused(stop.first(), stop.message());
                });
        verdict.result().log().stream().filter(BarsJudged::isRepair).findFirst().ifPresent(entry -> {
            throw refused(entry.session(), words(entry));
        });
        verdict.result().quarantined().stream().findFirst().ifPresent(one -> {
            throw refused(one.row().session(), words(one));
        });
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

    /** A cell that has another value afterwards; what is computed, or a note, had none before. */
    private static boolean isRepair(CleaningEntry entry) {
        return !entry.before().isEmpty() && !entry.before().equals(entry.after());
    }

    private static String words(CleaningEntry entry) {
        return entry.column() + " of " + entry.session() + " is " + entry.before() + " where a run would take "
                + entry.after() + " (" + entry.rule() + "; " + entry.evidence()
                + "); correct it, or let ./candor repair FILE do it";
    }

    private static String words(Quarantined one) {
        return "the bar of " + one.row().session() + " would be set aside by a run (" + one.rule() + "; "
                + one.evidence() + "); correct it, or leave it out";
    }

    private Refused refused(@Nullable LocalDate session, String detail) {
        RawBar bar = session == null ? null : bars.find(session);
        return bar == null
                ? Refused.value("/bars", null, detail)
                : Refused.value(bars.fieldOf(bar, "close"), Double.toString(bar.close()), detail);
    }
}
