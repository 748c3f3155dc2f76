package candor.pipeline.stage;

import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.Preface;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.ReportFiles;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportRenderer;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.table.BacktestTable;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.TruthTable;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Says it all to a reader: report.html, summary.pdf, chart.svg. */
public final class ReportStage extends CheckpointedStage<DayRequest> {

    private final ReportRenderer renderer;

    public ReportStage(Workshop workshop, ReportRenderer renderer) {
        super(StageName.REPORT, workshop, DayRequest::of, renderer.getClass());
        this.renderer = renderer;
    }

    @Override
    Plan plan(DayRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.asOf();
        CleanedBars.askFor(inputs.from(StageName.INGEST, RetrievalDocument.KEY))
                .from(StageName.CLEAN, CleaningTable.KEY, CleaningDocument.KEY)
                .from(StageName.TRAIN, ModelDocument.KEY)
                .from(StageName.EVALUATE, BacktestTable.KEY, MetricsDocument.KEY)
                .from(StageName.PROMOTE, PromotionDocument.KEY)
                .from(StageName.FORECAST, ForecastDocument.KEY);
        boolean explored = inputs.takes(StageName.EXPLORE, ExplorationDocument.KEY);
        boolean synthetic = inputs.takes(StageName.INGEST, TruthTable.KEY);
        List<ReportModel.SourceLine> sources = sources(inputs);
        Preface preface = Preface.find(workshop().store(), request.symbol());
        return Plan.of(
                asOf,
                inputs.toInputs(),
                settings(sources, preface),
                () -> report(new ReportAssembly(inputs, explored, synthetic, sources, preface)));
    }

    /** What the report names as its sources, and what people add, is printed in it, so it decides its bytes. */
    private static SortedMap<String, String> settings(List<ReportModel.SourceLine> sources, Preface preface) {
        SortedMap<String, String> settings = preface.toSettings();
        sources.forEach(source -> settings.put("source " + source.label(), source.value()));
        return settings;
    }

    private static List<ReportModel.SourceLine> sources(InputArtefacts inputs) {
        List<ReportModel.SourceLine> sources = new ArrayList<>();
        inputs.stagesBefore(StageName.REPORT).forEach(stage -> sources.add(source(stage, inputs.checkpointOf(stage))));
        sources.add(settings(Modelling.trained(inputs).settings()));
        return sources;
    }

    private static ReportModel.SourceLine settings(SettingsInForce settings) {
        return new ReportModel.SourceLine(
                "settings",
                (settings.isBuiltIn() ? "built-in" : "a person's, " + settings.from()) + "; "
                        + settings.sha256().substring(0, 16));
    }

    private static ReportModel.SourceLine source(StageName stage, Checkpoint checkpoint) {
        return new ReportModel.SourceLine(
                stage.key(),
                checkpoint.fingerprint().substring(0, 16) + "; code "
                        + checkpoint.codeDigest().substring(0, 16) + "; " + checkpoint.summary());
    }

    private Plan.Made report(ReportAssembly assembly) {
        ReportModel model = assembly.model();
        return new Plan.Made(
                List.of(
                        Product.of(ReportFiles.PAGE, renderer.html(model)),
                        Product.of(ReportFiles.SUMMARY, renderer.pdf(model)),
                        Product.of(ReportFiles.CHART, renderer.fanChart(model))),
                "report written");
    }
}
