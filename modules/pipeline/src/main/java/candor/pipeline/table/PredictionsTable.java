package candor.pipeline.table;

import static candor.pipeline.table.Csv.cell;

import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** predictions.csv: the forecast as rows, one for each horizon. Log returns over the horizon. */
public final class PredictionsTable {

    private static final List<String> QUANTILES = List.of("p05", "p25", "p50", "p75", "p95");

    private PredictionsTable() {}

    /** @param modelCheckpoint key of the checkpoint of the models, so that a row tells where it comes from */
    public static byte[] write(ForecastDocument forecast, String modelCheckpoint) {
        List<String> header = new ArrayList<>(List.of("symbol", "asOf", "horizon", "target", "mean"));
        header.addAll(QUANTILES);
        header.addAll(List.of("volatility", "probabilityUp", "model", "checkpoint"));
        Csv csv = new Csv(header);
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
            csv.row(cells);
        }
        return csv.toBytes();
    }
}
