package candor.local.wiring;

import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.walkforward.Progress;
import candor.function.clean.CleanHandler;
import candor.function.evaluate.EvaluateHandler;
import candor.function.explore.ExploreHandler;
import candor.function.features.FeaturesHandler;
import candor.function.forecast.ForecastHandler;
import candor.function.ingest.IngestHandler;
import candor.function.monitor.MonitorHandler;
import candor.function.promote.PromoteHandler;
import candor.function.recordfailure.RecordFailureHandler;
import candor.function.report.ReportHandler;
import candor.function.train.TrainHandler;
import candor.pipeline.report.ReportRenderer;
import candor.pipeline.stage.CleanStage;
import candor.pipeline.stage.EvaluateStage;
import candor.pipeline.stage.ExploreStage;
import candor.pipeline.stage.FeaturesStage;
import candor.pipeline.stage.ForecastStage;
import candor.pipeline.stage.IngestStage;
import candor.pipeline.stage.MonitorStage;
import candor.pipeline.stage.PromoteStage;
import candor.pipeline.stage.ReportStage;
import candor.pipeline.stage.TrainStage;
import candor.pipeline.stage.Workshop;
import candor.reporting.Reports;
import candor.store.port.ApiHealth;
import candor.store.port.BarSource;
import candor.store.port.Ledger;
import candor.store.port.Metrics;
import candor.store.port.ObjectStore;
import candor.store.run.ExecutionOutcome;
import candor.store.run.FailureRecorder;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions that are deployed, with a folder and a file in place of bucket and table. Each is made when it is first
 * invoked.
 */
public final class LocalFunctions {

    private final Workshop workshop;
    private final Ledger ledger;
    private final Metrics metrics;
    private final Progress progress;
    private final Function<ExecutionOutcome, Optional<String>> failedState;
    private final BarSource source;
    private final TradingCalendar calendar;
    private final ReportRenderer renderer = new Reports();

    /**
     * @param failedState the state that failed an execution
     * @param source where Ingest finds bars
     * @param progress told of every session that Evaluate walks
     */
    public LocalFunctions(
            Workshop workshop,
            Ledger ledger,
            Metrics metrics,
            Function<ExecutionOutcome, Optional<String>> failedState,
            BarSource source,
            TradingCalendar calendar,
            Progress progress) {
        this.workshop = workshop;
        this.ledger = ledger;
        this.metrics = metrics;
        this.failedState = failedState;
        this.progress = progress;
        this.source = source;
        this.calendar = calendar;
    }

    /** By the name that the template gives them, as in {@code TrainFunction}. */
    public Map<String, RequestStreamHandler> byName() {
        Clock clock = workshop.clock();
        ObjectStore store = workshop.store();
        Map<String, RequestStreamHandler> functions = new TreeMap<>();
        functions.put(
                "IngestFunction", lazily(() -> new IngestHandler(new IngestStage(workshop, source, calendar), clock)));
        functions.put(
                "CleanFunction",
                lazily(() -> new CleanHandler(new CleanStage(workshop, calendar, CleaningRules.standard()), clock)));
        functions.put("FeaturesFunction", lazily(() -> new FeaturesHandler(new FeaturesStage(workshop), clock)));
        functions.put("ExploreFunction", lazily(() -> new ExploreHandler(new ExploreStage(workshop, renderer), clock)));
        functions.put("TrainFunction", lazily(() -> new TrainHandler(new TrainStage(workshop, calendar), clock)));
        functions.put(
                "EvaluateFunction",
                lazily(() -> new EvaluateHandler(new EvaluateStage(workshop, calendar, progress), clock)));
        functions.put(
                "PromoteFunction",
                lazily(() -> new PromoteHandler(
                        // The command itself tells who has to be asked.
                        new PromoteStage(workshop, calendar, () -> ledger, message -> {}), clock)));
        functions.put(
                "ForecastFunction",
                lazily(() -> new ForecastHandler(new ForecastStage(workshop, ledger, calendar), clock)));
        functions.put("ReportFunction", lazily(() -> new ReportHandler(new ReportStage(workshop, renderer), clock)));
        functions.put(
                "MonitorFunction",
                lazily(() -> new MonitorHandler(
                        new MonitorStage(workshop, ledger, calendar, metrics, ApiHealth.UNKNOWN), clock)));
        functions.put(
                "RecordFailureFunction",
                lazily(() ->
                        new RecordFailureHandler(new FailureRecorder(store, ledger, failedState, ""), message -> {})));
        return functions;
    }

    /** Made when it is first invoked, as on Lambda; branches may invoke at the same time. */
    private static RequestStreamHandler lazily(Supplier<RequestStreamHandler> maker) {
        return new RequestStreamHandler() {
            private @Nullable RequestStreamHandler made;

            @Override
            public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
                handler().handleRequest(input, output, context);
            }

            private synchronized RequestStreamHandler handler() {
                if (made == null) {
                    made = maker.get();
                }
                return made;
            }
        };
    }
}
