package candor.function.ingest;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.marketdata.BarSources;
import candor.marketdata.InboxBars;
import candor.marketdata.SyntheticBars;
import candor.pipeline.stage.IngestStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

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
        this(
                new IngestStage(
                        ports.workshop(),
                        new BarSources(new InboxBars(ports.store()), SyntheticBars.builtIn(calendar)),
                        calendar),
                ports.clock());
    }

    /** As everybody else makes it. */
    public IngestHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
