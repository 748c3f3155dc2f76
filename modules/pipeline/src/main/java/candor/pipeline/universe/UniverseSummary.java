// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.forecasting.market.Symbol;
import candor.pipeline.universe.SymbolOutcome.Status;
import candor.store.csv.Csv;
import candor.store.run.SealedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a list on one day: {@code universe/results/{date}/{list}/summary.json} and {@code summary.csv}.
 *
 * @param schema {@value #SCHEMA}
 * @param list its name
 * @param listSha256 of the list's stored form
 * @param date the session that the list was run for
 * @param ended when the last of its symbols ended
 * @param symbols one for each entry of the list, in its order
 */
public record UniverseSummary(
        String schema,
        String list,
        String listSha256,
        LocalDate date,
        Instant ended,
        Counts counts,
        List<SymbolOutcome> symbols) {

    public static final String SCHEMA = "candor/universe/1";

    private static final SealedForm<UniverseSummary> FORM =
            new SealedForm<>(UniverseSummary.class, UniverseSummary::schema, SCHEMA, "none without a seal");

    private static final int CELLS_OF_FORECAST = 12;
    private static final List<String> COLUMNS = List.of(
            "symbol",
            "status",
            "asOf",
            "target",
            "lastClose",
            "low90",
            "high90",
            "range90",
            "annualisedVolatility",
            "probabilityUp",
            "valueAtRisk95",
            "coverage90",
            "alarms",
            "model",
            "execution",
            "error",
            "reason",
            "next");

    public UniverseSummary {
        symbols = List.copyOf(symbols);
        if (!counts.equals(Counts.of(symbols))) {
            throw new IllegalArgumentException("the counts of the list " + list + " are not those of its symbols");
        }
    }

    /** How many symbols there are, and how many of each status. */
    public record Counts(int expected, int done, int nothingToDo, int failed, int waiting, int notStarted) {

        static Counts of(List<SymbolOutcome> symbols) {
            return new Counts(
                    symbols.size(),
                    count(symbols, Status.DONE),
                    count(symbols, Status.NOTHING_TO_DO),
                    count(symbols, Status.FAILED),
                    count(symbols, Status.WAITING),
                    count(symbols, Status.NOT_STARTED));
        }

        private static int count(List<SymbolOutcome> symbols, Status status) {
            return (int)
                    symbols.stream().filter(symbol -> symbol.status() == status).count();
        }
    }

    /** @param symbols one for each entry of the list */
    public static UniverseSummary of(
            String list, String listSha256, LocalDate date, Instant ended, List<SymbolOutcome> symbols) {
        return new UniverseSummary(SCHEMA, list, listSha256, date, ended, Counts.of(symbols), symbols);
    }

    /** The same list and day, with what became of some of its symbols when they were run again. */
    public UniverseSummary with(List<SymbolOutcome> again, Instant newEnd) {
        Map<Symbol, SymbolOutcome> newer =
                again.stream().collect(Collectors.toMap(SymbolOutcome::symbol, Function.identity()));
        return of(
                list,
                listSha256,
                date,
                newEnd,
                symbols.stream()
                        .map(before -> newer.getOrDefault(before.symbol(), before))
                        .toList());
    }

    /** The symbols that have to be run again for the list to be whole: failed ones, and those that were not started. */
    public List<SymbolOutcome> toRetry() {
        return symbols.stream().filter(SymbolOutcome::isToRetry).toList();
    }

    /** The symbols that a person has to look at: those to retry, and those that wait for an answer. */
    public List<SymbolOutcome> open() {
        return symbols.stream().filter(SymbolOutcome::isOpen).toList();
    }

    /** The document as it is stored. */
    public byte[] toJson() {
        return FORM.write(this);
    }

    /** Reads a stored one; throws {@link candor.store.failure.CorruptCheckpoint} where it is damaged. */
    static UniverseSummary read(String key, byte[] bytes) {
        return FORM.read(key, bytes);
    }

    /** A row for each symbol. */
    public byte[] toCsv() {
        Csv table = new Csv(COLUMNS);
        for (SymbolOutcome outcome : symbols) {
            List<String> row = new ArrayList<>(
                    List.of(outcome.symbol().value(), outcome.status().name()));
            row.addAll(cells(outcome.forecast()));
            Stream.of(outcome.execution(), outcome.error(), outcome.reason(), outcome.next())
                    .map(text -> Csv.text(Objects.requireNonNullElse(text, "")))
                    .forEach(row::add);
            table.row(row);
        }
        return table.toBytes();
    }

    private static List<String> cells(@Nullable SymbolForecast forecast) {
        if (forecast == null) {
            return Collections.nCopies(CELLS_OF_FORECAST, "");
        }
        return List.of(
                forecast.asOf().toString(),
                forecast.target().toString(),
                Csv.cell(forecast.lastClose()),
                Csv.cell(forecast.low90()),
                Csv.cell(forecast.high90()),
                Csv.cell(forecast.range90()),
                Csv.cell(forecast.annualisedVolatility()),
                Csv.cell(forecast.probabilityUp()),
                Csv.cell(forecast.valueAtRisk95()),
                forecast.coverage90() == null ? "" : Csv.cell(forecast.coverage90()),
                Integer.toString(forecast.alarms()),
                forecast.model());
    }
}
