package candor.pipeline.batch;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.api.GivenBars;
import candor.pipeline.api.Predictions;
import candor.pipeline.api.Refused;
import candor.pipeline.api.ServedForecast;
import candor.pipeline.api.ServedForecasts;
import candor.pipeline.api.ServedModels;
import candor.pipeline.batch.BatchResult.Outcome;
import candor.pipeline.failure.UnreadableCheckpoint;
import candor.pipeline.port.ObjectStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predictions for the rows of a CSV file. Rows of {@code symbol,asOf} are answered with the forecast that is stored for that
 * day, or with the latest where asOf is empty; bars, with a forecast from the last one of each symbol, as
 * {@link Predictions} makes it. A bad row gets its own error and loses no other; a bad bar, its symbol.
 */
public final class BatchPredictions {

    private final ServedForecasts served;
    private final ServedModels models;
    private final Predictions predictions;
    private final TradingCalendar calendar;

    /**
     * @param calendar of the exchange where the symbols trade
     * @param clock that knows which sessions are over
     */
    public BatchPredictions(ObjectStore store, TradingCalendar calendar, Clock clock) {
        this.served = new ServedForecasts(store, calendar, clock);
        this.models = new ServedModels(store, calendar);
        this.predictions = new Predictions(store, calendar, clock);
        this.calendar = calendar;
    }

    /**
     * The outcome of every request of the file.
     *
     * @throws candor.pipeline.failure.InputRefused where the file is no table or has not the columns
     * @throws candor.pipeline.failure.StoreUnavailable where the store does not answer
     */
    public BatchResult of(byte[] file) {
        BatchTable table = BatchTable.read(file);
        return new BatchResult(table.holdsBars() ? ofBars(table) : ofDays(table));
    }

    private List<Outcome> ofDays(BatchTable table) {
        List<Outcome> outcomes = new ArrayList<>();
        for (BatchTable.Row row : table.rows()) {
            try {
                outcomes.add(stored(symbol(row), row.cell("asof")));
            } catch (Refused | UnreadableCheckpoint e) {
                outcomes.add(failed(row, row.cell("asof"), e));
            }
        }
        return outcomes;
    }

    private Outcome stored(Symbol symbol, String asOf) {
        Optional<ServedForecast> found =
                asOf.isEmpty() ? served.find(symbol) : served.find(symbol, GivenBars.date("asOf", asOf));
        ServedForecast forecast = found.orElseThrow(() -> Refused.value(
                "asOf",
                asOf,
                "no forecast for " + symbol + (asOf.isEmpty() ? "" : " as of " + asOf)
                        + "; run the pipeline for it first"));
        return new Outcome.Predicted(forecast.forecast(), models.of(forecast).modelCheckpoint());
    }

    private List<Outcome> ofBars(BatchTable table) {
        Map<String, List<BatchTable.Row>> bySymbol = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> bySymbol.computeIfAbsent(row.cell("symbol"), _ -> new ArrayList<>())
                        .add(row));
        return bySymbol.values().stream().map(this::ofBars).toList();
    }

    private Outcome ofBars(List<BatchTable.Row> rows) {
        GivenBars bars = new GivenBars(calendar);
        BatchTable.Row at = rows.getFirst();
        try {
            Symbol symbol = symbol(at);
            for (BatchTable.Row row : rows) {
                at = row;
                bars.add(bar(row));
            }
            Predictions.Prediction made = predictions.of(symbol, "symbol", bars);
            return new Outcome.Predicted(made.forecast(), made.model().checkpoint());
        } catch (Refused | UnreadableCheckpoint e) {
            return failed(at, at.cell("date"), e);
        }
    }

    private static Symbol symbol(BatchTable.Row row) {
        try {
            return Symbol.of(row.cell("symbol"));
        } catch (IllegalArgumentException e) {
            throw Refused.value("symbol", row.cell("symbol"), String.valueOf(e.getMessage()));
        }
    }

    private static GivenBars.Row bar(BatchTable.Row row) {
        return new GivenBars.Row(
                column -> "line " + row.line() + ", " + column,
                row.cell("date"),
                number(row, "open"),
                number(row, "high"),
                number(row, "low"),
                number(row, "close"),
                row.cell("adjclose").isEmpty() ? Double.NaN : number(row, "adjclose"),
                number(row, "volume"));
    }

    private static double number(BatchTable.Row row, String column) {
        String cell = row.cell(column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw Refused.value(
                    column,
                    cell,
                    column + " of " + row.cell("date") + " is '" + cell
                            + "'; write a number with a point, as in 574.12");
        }
    }

    private static Outcome failed(BatchTable.Row row, String asOf, RuntimeException e) {
        return new Outcome.Failed(row.line(), row.cell("symbol"), asOf, "line " + row.line() + ": " + e.getMessage());
    }
}
