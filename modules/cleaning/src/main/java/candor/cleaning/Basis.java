// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.forecasting.text.Figures;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * What a source's closes are, found by what it has: adjusted closes of its own; or else dividends and splits, and closes
 * as traded or adjusted for dividends already, by {@link WholeCents} and {@link ExDates}; or neither.
 */
final class Basis {

    private final CleaningLog log;
    private final Stops stops;
    private final AdjustedCloses computed;

    Basis(AdjustedCloses computed, CleaningLog log, Stops stops) {
        this.computed = computed;
        this.log = log;
        this.stops = stops;
    }

    /** The basis with one adjusted close for each bar. */
    record Found(PriceBasis basis, List<Double> adjustedCloses) {}

    /**
     * @param kept the rows that the bars were made of
     * @param applied splits that the closes are adjusted for already
     */
    Found of(
            Retrieval given,
            List<RawBar> kept,
            List<Bar> bars,
            List<CorporateAction> actions,
            SortedMap<LocalDate, Double> applied) {
        if (given.hasAdjustedClose()) {
            return new Found(
                    PriceBasis.ADJUSTED_CLOSES,
                    kept.stream().map(RawBar::adjustedClose).toList());
        }
        if (!listsDividends(given, actions)) {
            note(
                    bars,
                    "the source has neither adjusted closes nor dividends: computed from closes and "
                            + Figures.count(actions.size(), "split") + "; a dividend counts as a fall of the price");
            return new Found(PriceBasis.DIVIDENDS_UNKNOWN, computed(bars, actions));
        }
        WholeCents cents = WholeCents.of(bars, actions, applied);
        if (cents.areOdd()) {
            return alreadyAdjusted(bars, actions, cents);
        }
        note(
                bars,
                "the source has no adjusted closes: computed from closes, taken as traded, and "
                        + (actions.size() == 1 ? "1 dividend or split" : actions.size() + " dividends and splits"));
        return new Found(PriceBasis.AS_TRADED, computed(bars, actions));
    }

    private Found alreadyAdjusted(List<Bar> bars, List<CorporateAction> actions, WholeCents cents) {
        boolean splits = actions.stream().anyMatch(CorporateAction.Split.class::isInstance);
        if (splits || ExDates.showFalls(bars, actions)) {
            stops.check(
                    "already-adjusted",
                    bars.getFirst().session(),
                    bars.getLast().session(),
                    cents.evidence() + ": they seem to be adjusted for dividends already, and yet they show "
                            + (splits ? "splits" : "the dividends' falls")
                            + "; adjusting them again might give wrong returns",
                    "export closes as traded with an Adj Close column (yfinance: auto_adjust=False), or take the"
                            + " columns Dividends and Stock Splits out, where you know that prices are adjusted");
            return new Found(PriceBasis.ALREADY_ADJUSTED, closes(bars));
        }
        log.note(
                bars.getFirst().session(),
                "adjustedClose",
                "",
                "close",
                "already-adjusted",
                cents.evidence() + ", and show no falls at ex-dates: prices are adjusted for dividends and splits"
                        + " already, and the " + actions.size() + " listed ones are not applied again");
        return new Found(PriceBasis.ALREADY_ADJUSTED, closes(bars));
    }

    private void note(List<Bar> bars, String evidence) {
        log.note(bars.getFirst().session(), "adjustedClose", "", "computed", "adjusted-close", evidence);
    }

    private List<Double> computed(List<Bar> bars, List<CorporateAction> actions) {
        return Arrays.stream(computed.of(bars, actions)).boxed().toList();
    }

    private static List<Double> closes(List<Bar> bars) {
        return bars.stream().map(Bar::close).toList();
    }

    /** A source that names no columns is a provider, which lists them. */
    private static boolean listsDividends(Retrieval given, List<CorporateAction> actions) {
        String columns = Provenance.COLUMNS.in(given.provenance()).orElse(null);
        return columns == null
                || columns.toLowerCase(Locale.ROOT).contains("div")
                || actions.stream().anyMatch(CorporateAction.Dividend.class::isInstance);
    }
}
