package candor.pipeline.table;

import static candor.store.csv.Csv.cell;

import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** predictions.csv: forecasts as rows, one for each horizon. Log returns over the horizon. */
public final class PredictionsTable {

    public static final ArtefactKey<byte[]> KEY = ArtefactKey.file("predictions.csv");

    private static final List<String> QUANTILES = List.of("p05", "p25", "p50", "p75", "p95");

    private final Csv csv;
    private final int columns;
    private final boolean withErrors;

    private PredictionsTable(boolean withErrors) {
        List<String> header = new ArrayList<>(List.of("symbol", "asOf", "horizon", "target", "mean"));
        header.addAll(QUANTILES);
        header.addAll(List.of("volatility", "probabilityUp", "model", "checkpoint"));
        this.columns = header.size();
        if (withErrors) {
            header.add("error");
        }
        this.csv = new Csv(header);
        this.withErrors = withErrors;
    }

    /** A table for many requests: its last column, {@code error}, says why there is no forecast. */
    public static PredictionsTable withErrors() {
        return new PredictionsTable(true);
    }

    /** @param modelCheckpoint key of the checkpoint of the models, so that a row tells where it comes from */
    public static byte[] write(ForecastDocument forecast, String modelCheckpoint) {
        PredictionsTable table = new PredictionsTable(false);
        table.add(forecast, modelCheckpoint);
        return table.toBytes();
    }

    /** Appends a forecast's rows; parameters as in {@link #write}. */
    public void add(ForecastDocument forecast, String modelCheckpoint) {
        for (HorizonForecast horizon : forecast.horizons()) {
            List<String> cells = new ArrayList<>(List.of(
                    forecast.symbol().value(),
                    forecast.asOf().toString(),
                    Integer.toString(horizon.sessions()),
                    horizon.target().toString(),
                    cell(horizon.mean())));
            QUANTILES.forEach(name ->
                    cells.add(cell(Objects.requireNonNull(horizon.quantiles().get(name)))));
            cells.addAll(List.of(
                    cell(horizon.volatility()), cell(horizon.probabilityUp()), horizon.model(), modelCheckpoint));
            if (withErrors) {
                cells.add("");
            }
            csv.row(cells);
        }
    }

    /** Appends a row without a forecast, with the texts of its request; only in a table that has the column. */
    public void addError(String symbol, String asOf, String error) {
        if (!withErrors) {
            throw new IllegalStateException("this table has no column for errors");
        }
        List<String> cells = new ArrayList<>(List.of(Csv.text(symbol), Csv.text(asOf)));
        cells.addAll(Collections.nCopies(columns - 2, ""));
        cells.add(Csv.text(error));
        csv.row(cells);
    }

    public byte[] toBytes() {
        return csv.toBytes();
    }
}
