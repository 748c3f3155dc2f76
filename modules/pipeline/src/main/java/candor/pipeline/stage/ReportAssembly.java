package candor.pipeline.stage;

import candor.cleaning.PriceBasis;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.pipeline.table.BacktestTable;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.HistoryTables;
import candor.store.csv.Csv;
import candor.store.json.Json;
import candor.store.port.SourceRemarks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the report from its inputs.
 *
 * @param explored whether there is an exploration
 * @param synthetic whether the true volatility is known
 */
record ReportAssembly(
        InputArtefacts inputs, boolean explored, boolean synthetic, List<ReportModel.SourceLine> sources) {

    ReportModel model() {
        ForecastDocument forecast = Json.read(inputs.bytes("forecast.json"), ForecastDocument.class);
        PriceHistory history = HistoryTables.read(inputs.bytes("clean.csv"), inputs.bytes("adjusted.csv"));
        List<BacktestRow> rows = BacktestTable.read(inputs.bytes("backtest.csv"));
        return new ReportModel(
                forecast,
                Json.read(inputs.bytes("metrics.json"), MetricsDocument.class),
                Json.read(inputs.bytes("promotion.json"), PromotionDocument.class),
                points(history, rows),
                rows.stream()
                        .filter(row -> row.horizon() == 1 && Double.isFinite(row.realised()))
                        .toList(),
                CleaningTable.read(inputs.bytes("cleaning.csv")),
                source(),
                explored ? Json.read(inputs.bytes("exploration.json"), ExplorationDocument.class) : null,
                explored ? "" : "The exploration failed in this run; nothing else depends on it.",
                sources);
    }

    private ReportModel.Source source() {
        IngestStage.RetrievalDocument retrieval =
                Json.read(inputs.bytes("retrieval.json"), IngestStage.RetrievalDocument.class);
        return new ReportModel.Source(
                PriceBasis.in(Json.readTree(inputs.bytes("cleaning.json")))
                        .map(PriceBasis::key)
                        .orElse(null),
                SourceRemarks.of(retrieval.provenance()));
    }

    private List<HistoryPoint> points(PriceHistory history, List<BacktestRow> rows) {
        Map<LocalDate, Double> estimated = new HashMap<>();
        rows.stream().filter(row -> row.horizon() == 1).forEach(row -> estimated.put(row.target(), row.sigma()));
        Map<LocalDate, Double> truth = truth();
        List<HistoryPoint> points = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            LocalDate session = history.session(i);
            points.add(new HistoryPoint(
                    session,
                    history.close(i),
                    history.adjustedClose(i),
                    history.breaksBefore(i) ? Double.NaN : estimated.getOrDefault(session, Double.NaN),
                    truth.getOrDefault(session, Double.NaN)));
        }
        return points;
    }

    private Map<LocalDate, Double> truth() {
        Map<LocalDate, Double> truth = new HashMap<>();
        if (synthetic) {
            Csv.read(inputs.bytes("truth.csv"))
                    .forEach(
                            row -> truth.put(LocalDate.parse(row.getField("date")), Csv.number(row.getField("sigma"))));
        }
        return truth;
    }
}
