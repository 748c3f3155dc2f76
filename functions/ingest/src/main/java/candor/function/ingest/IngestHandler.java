package candor.function.ingest;

import candor.aws.TiingoToken;
import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.marketdata.BarSources;
import candor.marketdata.Providers;
import candor.marketdata.SourceSettings;
import candor.pipeline.stage.IngestStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Retrieves bars. */
public final class IngestHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public IngestHandler() {
        this(FunctionPorts.ofProcess());
    }

    private IngestHandler(FunctionPorts ports) {
        this(ports, new NyseCalendar());
    }

    private IngestHandler(FunctionPorts ports, TradingCalendar calendar) {
        this(new IngestStage(ports.workshop(), sources(ports, calendar), calendar), ports.clock());
    }

    private static BarSources sources(FunctionPorts ports, TradingCalendar calendar) {
        SourceSettings settings = SourceSettings.fromEnvironment(ports.environment());
        Providers providers = new Providers(
                settings,
                TiingoToken.from(ports.environment()),
                ports.clock(),
                RandomGenerator.of("L64X128MixRandom"),
                Thread::sleep);
        return BarSources.on(
                ports.store(),
                calendar,
                ports.clock(),
                settings,
                providers,
                ports.workshop().notices());
    }

    /** For the local runner and tests. */
    public IngestHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
