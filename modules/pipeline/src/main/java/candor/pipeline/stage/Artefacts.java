// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.ReportFiles;
import candor.pipeline.table.BacktestTable;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.FeatureTables;
import candor.pipeline.table.HistoryTables;
import candor.pipeline.table.PredictionsTable;
import candor.pipeline.table.RawTables;
import candor.pipeline.table.TruthTable;
import candor.store.checkpoint.ArtefactKey;
import java.util.List;
import java.util.Map;

/**
 * The table of all that stages make, by stage. No stage looks here, as each would depend on the forms of all: it names the
 * keys that it uses. Explore makes plots besides, whose names its renderer chooses.
 */
public final class Artefacts {

    /** The model, for who reads its settings alone. */
    public static final ArtefactKey<?> MODEL = ModelDocument.KEY;

    public static final Map<StageName, List<ArtefactKey<?>>> BY_STAGE = Map.of(
            StageName.INGEST,
            List.of(RawTables.BARS, RawTables.ACTIONS, RetrievalDocument.KEY, RawTables.ORIGINS, TruthTable.KEY),
            StageName.CLEAN,
            List.of(
                    HistoryTables.BARS,
                    HistoryTables.ADJUSTED,
                    CleaningTable.KEY,
                    CleaningTable.QUARANTINE,
                    CleaningDocument.KEY),
            StageName.FEATURES,
            List.of(FeatureTables.KEY, FeaturesStage.FeaturesDocument.KEY),
            StageName.EXPLORE,
            List.of(ExplorationDocument.KEY),
            StageName.TRAIN,
            List.of(ModelDocument.KEY),
            StageName.EVALUATE,
            List.of(BacktestTable.KEY, CalibrationDocument.KEY, EvaluationDocument.KEY, MetricsDocument.KEY),
            StageName.PROMOTE,
            List.of(PromotionDocument.KEY, CalibrationDocument.KEY),
            StageName.FORECAST,
            List.of(ForecastDocument.KEY, PredictionsTable.KEY, ScoringDocument.KEY),
            StageName.REPORT,
            List.of(ReportFiles.PAGE, ReportFiles.SUMMARY, ReportFiles.CHART),
            StageName.MONITOR,
            List.of(Scoring.MonitoringDocument.KEY, Scoring.ScoresDocument.KEY));

    /** Those that {@code --out DIR} copies, of whatever stage: in runs of earlier versions Report made the metrics. */
    public static final List<ArtefactKey<?>> FOR_PEOPLE = List.of(
            RawTables.BARS,
            HistoryTables.BARS,
            CleaningTable.KEY,
            FeatureTables.KEY,
            ModelDocument.KEY,
            BacktestTable.KEY,
            MetricsDocument.KEY,
            ForecastDocument.KEY,
            PredictionsTable.KEY,
            ReportFiles.PAGE,
            ReportFiles.SUMMARY);

    private Artefacts() {}
}
