package candor.function.monitor;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.stage.MonitorStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

/** Scores earlier forecasts. */
public final class MonitorHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public MonitorHandler() {
        this(FunctionPorts.ofProcess());
    }

    private MonitorHandler(FunctionPorts ports) {
        this(
                new MonitorStage(
                        ports.workshop(), ports.ledger(), new NyseCalendar(), ports.metrics(), ports.apiHealth()),
                ports.clock());
    }

    /** For the local runner and tests. */
    public MonitorHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
