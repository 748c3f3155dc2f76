package candor.benchmarks.panel;

import candor.forecasting.evaluation.scorecard.Terciles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How the forecasts of many symbols did; printed as JSON as it stands.
 *
 * @param from first target
 * @param to last target
 * @param symbols in alphabetical order
 * @param leftOut why, by symbol
 * @param bars what was promised of such a panel
 * @param nextSession the candidates for the mean over all symbols together
 * @param coverage of the 90 % intervals over all symbols together, by horizon
 */
record PanelResults(
        LocalDate from,
        LocalDate to,
        List<SymbolFigures> symbols,
        SortedMap<String, String> leftOut,
        List<Requirement> bars,
        List<Pooled> nextSession,
        List<BlockErrors> coverage) {

    PanelResults {
        symbols = List.copyOf(symbols);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        bars = List.copyOf(bars);
        nextSession = List.copyOf(nextSession);
        coverage = List.copyOf(coverage);
    }

    /** @param symbols each with a horizon at least */
    static PanelResults of(
            Period period,
            List<SymbolFigures> symbols,
            SortedMap<String, String> leftOut,
            List<Pooled> nextSession,
            List<BlockErrors> coverage) {
        return new PanelResults(period.from(), period.to(), symbols, leftOut, bars(symbols), nextSession, coverage);
    }

    boolean holds() {
        return bars.stream().allMatch(Requirement::met);
    }

    private static List<Requirement> bars(List<SymbolFigures> symbols) {
        List<Requirement> bars = new ArrayList<>();
        for (PanelBars promised : PanelBars.ALL) {
            List<HorizonFigures> figures = of(symbols, promised.sessions());
            if (!figures.isEmpty()) {
                bars.addAll(promised.of(figures));
            }
        }
        return bars;
    }

    private static List<HorizonFigures> of(List<SymbolFigures> symbols, int sessions) {
        return symbols.stream()
                .flatMap(symbol -> symbol.horizons().stream())
                .filter(figures -> figures.sessions() == sessions)
                .toList();
    }

    static double mean(List<HorizonFigures> figures, ToDoubleFunction<HorizonFigures> figure) {
        double sum = 0;
        for (HorizonFigures each : figures) {
            sum += figure.applyAsDouble(each);
        }
        return sum / figures.size();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        SortedSet<Integer> horizons = new TreeSet<>();
        symbols.forEach(symbol -> symbol.horizons().forEach(figures -> horizons.add(figures.sessions())));
        for (int sessions : horizons) {
            lines.add("Horizon " + sessions + ", targets from " + from + " to " + to);
            lines.add(
                    "symbol     n    QLIKE -EWMA     90 %  calm/mid/wild   score  /EWMA  Kup p  Chr p     99 %  /EWMA");
            for (SymbolFigures symbol : symbols) {
                symbol.horizons().stream()
                        .filter(figures -> figures.sessions() == sessions)
                        .forEach(figures -> lines.add(line(symbol.symbol(), figures)));
            }
            lines.add(summary(of(symbols, sessions)));
            lines.add("");
        }
        if (!coverage.isEmpty()) {
            lines.add("All symbols together, with errors by a bootstrap of blocks of " + BlockErrors.BLOCK + " days:");
            coverage.forEach(each -> lines.add(each.toString()));
            lines.add("");
        }
        if (!nextSession.isEmpty()) {
            lines.add("Next session, all symbols together; 95 % intervals that count a day's symbols as one:");
            nextSession.forEach(pooled -> lines.add(pooled.toString()));
            lines.add("");
        }
        leftOut.forEach((symbol, why) -> lines.add("left out: " + symbol + ": " + why));
        bars.forEach(bar -> lines.add(bar.toString()));
        return lines;
    }

    private static String line(String symbol, HorizonFigures f) {
        Terciles each = f.terciles();
        return String.format(
                Locale.ROOT,
                "%-6s %5d %8.4f %6.3f   %.4f %s %7.3f %6.4f  %5.3f  %5.3f   %.4f %6.4f%s",
                symbol,
                f.outcomes(),
                f.qlike(),
                f.qlike() - f.qlikeOfEwma(),
                f.coverage(),
                each == null
                        ? "              -"
                        : String.format(Locale.ROOT, " %.3f/%.3f/%.3f", each.low(), each.middle(), each.high())
                                .replace("0.", "."),
                f.score(),
                f.scoreToEwma(),
                f.kupiecP(),
                f.christoffersenP(),
                f.coverage99(),
                f.score99ToEwma(),
                f.claimsSkill() ? "  claims skill in the mean" : "");
    }

    private static String summary(List<HorizonFigures> all) {
        return String.format(
                Locale.ROOT,
                "%d symbols: QLIKE %.4f, %.4f from EWMA's, significantly lower in %d; 90 %% covers %.4f, score ratio %.4f,"
                        + " each tercile in .85-.95 in %d; Kupiec p > .05 in %d, Christoffersen in %d; 99 %% covers %.4f,"
                        + " score ratio %.4f; beyond the value at risk at 99 %% lie %.4f of losses and %.4f of rises,"
                        + " Kupiec p > .05 in %d and %d; skill in the mean claimed in %d",
                all.size(),
                mean(all, HorizonFigures::qlike),
                mean(all, figures -> figures.qlike() - figures.qlikeOfEwma()),
                count(all, HorizonFigures::scaleIsBetter),
                mean(all, HorizonFigures::coverage),
                mean(all, HorizonFigures::scoreToEwma),
                count(all, HorizonFigures::coversInEachTercile),
                count(all, HorizonFigures::passesKupiec),
                count(all, HorizonFigures::passesChristoffersen),
                mean(all, HorizonFigures::coverage99),
                mean(all, HorizonFigures::score99ToEwma),
                mean(all, figures -> figures.losses().share()),
                mean(all, figures -> figures.rises().share()),
                count(all, figures -> figures.losses().passesKupiec()),
                count(all, figures -> figures.rises().passesKupiec()),
                count(all, HorizonFigures::claimsSkill));
    }

    static long count(List<HorizonFigures> all, Predicate<HorizonFigures> which) {
        return all.stream().filter(which).count();
    }
}
