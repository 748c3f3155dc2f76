package candor.pipeline.stage;

import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportRenderer;
import candor.pipeline.settings.SettingsInForce;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says it all to a reader: report.html, summary.pdf, chart.svg. */
public final class ReportStage extends CheckpointedStage {

    private final ReportRenderer renderer;

    public ReportStage(Workshop workshop, ReportRenderer renderer) {
        super(StageName.REPORT, workshop, renderer.getClass());
        this.renderer = renderer;
    }

    @Override
    Plan plan(StageRequest request, InputArtefacts inputs) {
        LocalDate asOf = requiredAsOf(request);
        inputs.from(StageName.INGEST, "retrieval.json")
                .from(StageName.CLEAN, "clean.csv", "adjusted.csv", "cleaning.csv", "cleaning.json")
                .from(StageName.TRAIN, "model.json")
                .from(StageName.EVALUATE, "backtest.csv", "metrics.json")
                .from(StageName.PROMOTE, "promotion.json")
                .from(StageName.FORECAST, "forecast.json");
        boolean explored = inputs.takes(StageName.EXPLORE, "exploration.json");
        boolean synthetic = inputs.takes(StageName.INGEST, "truth.csv");
        List<ReportModel.SourceLine> sources = sources(inputs);
        return Plan.of(
                asOf,
                inputs.toInputs(),
                settings(sources),
                () -> report(new ReportAssembly(inputs, explored, synthetic, sources)));
    }

    /** What the report names as its sources is printed in it, so it decides its bytes. */
    private static SortedMap<String, String> settings(List<ReportModel.SourceLine> sources) {
        SortedMap<String, String> settings = new TreeMap<>();
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
                        Product.of("report.html", renderer.html(model)),
                        Product.of("summary.pdf", renderer.pdf(model)),
                        Product.of("chart.svg", renderer.fanChart(model))),
                "report written");
    }
}
