package candor.serving.api;

import candor.pipeline.report.ForecastDocument;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Product;
import candor.store.port.ObjectStore;
import candor.store.run.Host;
import candor.store.run.RunId;
import candor.store.run.RunRecord.StageDone;
import candor.store.run.RunRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Made-up reports and the records of the runs that made them. */
public final class SampleReports {

    public static final String CHART =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 200\" width=\"600pt\""
                    + " height=\"200pt\"><style>path{stroke:#1f4e79}"
                    + "@media (prefers-color-scheme:dark){path{stroke:#8ab8e6}}</style>"
                    + "<path d=\"M0 120L300 90L600 40\" fill=\"none\" stroke-width=\"2\"/></svg>";

    private final ObjectStore store;

    public SampleReports(ObjectStore store) {
        this.store = store;
    }

    /** Records a run that used the forecast's checkpoint and made a report that bears the words. */
    public void record(
            ForecastDocument forecast, CheckpointRef checkpoint, String execution, Instant ended, String words) {
        List<Product> products = List.of(
                Product.of("report.html", bytes("<!DOCTYPE html><title>" + words + "</title><p>" + words + "</p>")),
                Product.of("summary.pdf", bytes("%PDF-1.7 " + words)),
                Product.of("chart.svg", bytes(CHART)));
        CheckpointRef report = SampleForecasts.checkpoint(store, "report", forecast, products);
        note(forecast, execution, "forecast", checkpoint, ended);
        note(forecast, execution, "report", report, ended);
    }

    private void note(ForecastDocument forecast, String execution, String stage, CheckpointRef ref, Instant ended) {
        Host host = new Host("25", "Linux", "amd64");
        new RunRecords(store)
                .note(
                        RunId.of(forecast.symbol(), forecast.asOf(), execution),
                        execution,
                        forecast.symbol(),
                        forecast.asOf(),
                        new StageDone(stage, ref, false, "done", ended.minusSeconds(1), ended, host));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
