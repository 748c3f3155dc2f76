package candor.serving.batch;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.serving.api.GivenBars;
import candor.serving.api.Predictions;
import candor.serving.api.ServedForecast;
import candor.serving.api.ServedForecasts;
import candor.serving.api.ServedModels;
import candor.serving.batch.BatchResult.Outcome;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.BarFileReader;
import candor.store.port.BarFileReader.SymbolBars;
import candor.store.port.ObjectStore;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Predictions for the rows of a CSV file. Rows of {@code symbol,asOf} are answered with the forecast that is stored for that
 * day, or with the latest where asOf is empty; bars, with a forecast from the last one of each symbol, as
 * {@link Predictions} makes it. A bad row gets its own error and loses no other; a bad bar, its symbol.
 */
public final class BatchPredictions {

    private static final String LINE = "line ";

    private final BarFileReader files;
    private final ServedForecasts served;
    private final ServedModels models;
    private final Predictions predictions;
    private final TradingCalendar calendar;

    /**
     * @param files reads bars as a run reads them
     * @param calendar of the exchange where the symbols trade
     * @param clock that knows which sessions are over
     */
    public BatchPredictions(BarFileReader files, ObjectStore store, TradingCalendar calendar, Clock clock) {
        this.files = files;
        this.served = new ServedForecasts(store, calendar, clock);
        this.models = new ServedModels(store, calendar);
        this.predictions = new Predictions(store, calendar, clock);
        this.calendar = calendar;
    }

    /**
     * The outcome of every request of the file.
     *
     * @throws candor.store.failure.InputRefused where the file is no table or has not the columns
     * @throws candor.store.failure.StoreUnavailable where the store does not answer
     */
    public BatchResult of(byte[] file) {
        String text = files.text(file);
        return new BatchResult(files.bars(text)
                .map(symbols -> symbols.stream().map(this::ofBars).toList())
                .orElseGet(() ->
                        BatchTable.read(text).rows().stream().map(this::ofDay).toList()));
    }

    private Outcome ofDay(BatchTable.Row row) {
        String problem = row.problem();
        if (problem != null) {
            return new Outcome.Failed(
                    row.number(), row.cell("symbol"), row.cell("asof"), "line " + row.number() + ": " + problem);
        }
        try {
            return stored(symbol(row.cell("symbol")), row.cell("asof"));
        } catch (ApiProblem | UnreadableCheckpoint e) {
            return failed(row.number(), row.cell("symbol"), row.cell("asof"), e);
        }
    }

    private Outcome stored(Symbol symbol, String asOf) {
        Optional<ServedForecast> found =
                asOf.isEmpty() ? served.find(symbol) : served.find(symbol, GivenBars.date("asOf", asOf));
        ServedForecast forecast = found.orElseThrow(() -> ApiProblem.value(
                "asOf",
                asOf,
                "no forecast for " + symbol + (asOf.isEmpty() ? "" : " as of " + asOf)
                        + "; run the pipeline for it first"));
        return new Outcome.Predicted(forecast.forecast(), models.of(forecast).modelCheckpoint());
    }

    private Outcome ofBars(SymbolBars bars) {
        return switch (bars) {
            case SymbolBars.Read read -> ofBars(read);
            case SymbolBars.Unreadable unreadable ->
                new Outcome.Failed(unreadable.line(), unreadable.symbol(), "", unreadable.why());
        };
    }

    /** Files have the newest bar first as often as last. */
    private Outcome ofBars(SymbolBars.Read read) {
        List<RawBar> rows = new ArrayList<>(read.retrieval().bars());
        rows.sort(Comparator.comparing(RawBar::session));
        boolean hasVolume = rows.stream().anyMatch(row -> !Double.isNaN(row.volume()));
        GivenBars bars = new GivenBars(
                calendar, Provenance.CURRENCY.in(read.retrieval().provenance()).orElse(null));
        RawBar at = rows.getFirst();
        try {
            Symbol symbol = symbol(read.symbol());
            for (RawBar row : rows) {
                at = row;
                bars.add(bar(row, hasVolume));
            }
            Predictions.Prediction made = predictions.of(symbol, "symbol", bars);
            return new Outcome.Predicted(made.forecast(), made.model().checkpoint());
        } catch (ApiProblem | UnreadableCheckpoint e) {
            return failed(at.line(), read.symbol(), at.session().toString(), e);
        }
    }

    private static Symbol symbol(String text) {
        try {
            return Symbol.of(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.value("symbol", text, String.valueOf(e.getMessage()));
        }
    }

    /** Where the file has no volume at all, a bar has the volume 0, as in a run. */
    private static GivenBars.Row bar(RawBar row, boolean hasVolume) {
        return new GivenBars.Row(
                column -> LINE + row.line() + ", " + column,
                row.session().toString(),
                row.open(),
                row.high(),
                row.low(),
                row.close(),
                row.adjustedClose(),
                hasVolume ? row.volume() : 0,
                row.dividend() + row.capitalGain(),
                row.split());
    }

    /** A refusal that knows its line says it; another one is about the line that was looked at. */
    private static Outcome failed(long line, String symbol, String asOf, RuntimeException e) {
        String field = e instanceof ApiProblem refused ? refused.field() : null;
        String place = field != null && field.startsWith(LINE) ? field : LINE + line;
        return new Outcome.Failed(line, symbol, asOf, place + ": " + e.getMessage());
    }
}
