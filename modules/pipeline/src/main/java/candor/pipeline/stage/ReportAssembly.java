package candor.pipeline.stage;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.Preface;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.pipeline.table.BacktestTable;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.TruthTable;
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
        InputArtefacts inputs,
        boolean explored,
        boolean synthetic,
        List<ReportModel.SourceLine> sources,
        Preface preface) {

    ReportModel model() {
        ForecastDocument forecast = inputs.read(ForecastDocument.KEY);
        PriceHistory history = CleanedBars.history(inputs);
        List<BacktestRow> rows = inputs.read(BacktestTable.KEY);
        return new ReportModel(
                forecast,
                inputs.read(MetricsDocument.KEY),
                inputs.read(PromotionDocument.KEY),
                points(history, rows),
                rows.stream()
                        .filter(row -> row.horizon() == 1 && Double.isFinite(row.realised()))
                        .toList(),
                inputs.read(CleaningTable.KEY),
                source(),
                explored ? inputs.read(ExplorationDocument.KEY) : null,
                explored ? "" : "The exploration failed in this run; nothing else depends on it.",
                sources,
                preface);
    }

    private ReportModel.Source source() {
        return new ReportModel.Source(
                inputs.read(CleaningDocument.KEY).prices(),
                SourceRemarks.of(inputs.read(RetrievalDocument.KEY).provenance()));
    }

    private List<HistoryPoint> points(PriceHistory history, List<BacktestRow> rows) {
        Map<LocalDate, Double> estimated = new HashMap<>();
        rows.stream().filter(row -> row.horizon() == 1).forEach(row -> estimated.put(row.target(), row.sigma()));
        Map<LocalDate, Double> truth = synthetic ? inputs.read(TruthTable.KEY) : Map.of();
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
}
