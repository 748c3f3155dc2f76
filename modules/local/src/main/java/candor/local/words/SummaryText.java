// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.words;

import candor.forecasting.text.Figures;
import candor.pipeline.universe.SymbolForecast;
import candor.pipeline.universe.SymbolOutcome;
import candor.pipeline.universe.UniverseSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What became of a list of symbols, as a person reads it on a terminal. */
public final class SummaryText {

    private SummaryText() {}

    /** The order of the table's rows. */
    public enum Order {
        /** As the list has them. */
        LISTED,
        /** By name. */
        SYMBOL,
        /** The widest interval first. */
        RANGE,
        /** The most volatile first. */
        VOLATILITY,
        /** The lowest coverage of past intervals first; those without one last. */
        COVERAGE
    }

    private static List<SymbolOutcome> sorted(List<SymbolOutcome> rows, Order order) {
        return switch (order) {
            case LISTED -> rows;
            case SYMBOL ->
                sorted(rows, Comparator.comparing(outcome -> outcome.symbol().value()));
            case RANGE -> sorted(rows, by(SymbolForecast::range90).reversed());
            case VOLATILITY ->
                sorted(rows, by(SymbolForecast::annualisedVolatility).reversed());
            case COVERAGE ->
                sorted(rows, by(forecast -> Objects.requireNonNullElse(forecast.coverage90(), Double.MAX_VALUE)));
        };
    }

    private static List<SymbolOutcome> sorted(List<SymbolOutcome> rows, Comparator<SymbolOutcome> order) {
        return rows.stream().sorted(order).toList();
    }

    private static Comparator<SymbolOutcome> by(ToDoubleFunction<SymbolForecast> figure) {
        return Comparator.comparingDouble(outcome -> figure.applyAsDouble(Objects.requireNonNull(outcome.forecast())));
    }

    /** A row for each symbol with a forecast, under a heading; empty where there is none. */
    public static List<String> table(UniverseSummary summary, Order order) {
        List<SymbolOutcome> rows = summary.symbols().stream()
                .filter(outcome -> outcome.forecast() != null)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "symbol",
                "as of",
                "last close",
                "target",
                "90 % interval",
                "range",
                "volatility",
                "P(up)",
                "VaR 95 %",
                "coverage",
                "alarms"));
        sorted(rows, order).forEach(outcome -> lines.add(row(outcome, Objects.requireNonNull(outcome.forecast()))));
        return lines;
    }

    private static String row(SymbolOutcome outcome, SymbolForecast forecast) {
        return line(
                outcome.symbol().value(),
                forecast.asOf().toString(),
                Figures.price(forecast.lastClose()),
                forecast.target().toString(),
                Figures.price(forecast.low90()) + " to " + Figures.price(forecast.high90()),
                Figures.move(forecast.range90()),
                Figures.percent(forecast.annualisedVolatility()),
                Figures.percent(forecast.probabilityUp()),
                Figures.move(forecast.valueAtRisk95()),
                Figures.percent(forecast.coverage90()),
                forecast.alarms() == 0 ? "" : Integer.toString(forecast.alarms()));
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-8s  %-10s  %10s  %-10s  %21s  %8s  %10s  %7s  %8s  %8s  %6s", cells)
                .stripTrailing();
    }

    /** As in {@code 57 of 60 symbols are done, 2 failed, 1 waits for a person}. */
    public static String counts(UniverseSummary summary) {
        UniverseSummary.Counts counts = summary.counts();
        return counts.done() + " of " + Figures.count(counts.expected(), "symbol")
                + (counts.expected() == 1 ? " is" : " are") + " done"
                + (counts.nothingToDo() == 0 ? "" : ", " + counts.nothingToDo() + " had nothing to do")
                + (counts.failed() == 0 ? "" : ", " + counts.failed() + " failed")
                + (counts.waiting() == 0
                        ? ""
                        : ", " + counts.waiting() + (counts.waiting() == 1 ? " waits" : " wait") + " for a person")
                + (counts.notStarted() == 0
                        ? ""
                        : ", " + counts.notStarted() + (counts.notStarted() == 1 ? " was" : " were") + " not started");
    }

    /** For each symbol that a person has to look at: what happened, and the command that goes on. */
    public static List<String> open(UniverseSummary summary) {
        List<String> lines = new ArrayList<>();
        for (SymbolOutcome outcome : summary.open()) {
            if (outcome.next() != null) {
                lines.add(outcome.symbol() + ": " + outcome.reason());
                lines.add("    " + outcome.next());
            }
        }
        return lines;
    }
}
