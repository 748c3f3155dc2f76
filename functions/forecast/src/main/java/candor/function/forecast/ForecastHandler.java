package candor.function.forecast;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.stage.ForecastStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

/** Forecasts. */
public final class ForecastHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public ForecastHandler() {
        this(FunctionPorts.ofProcess());
    }

    private ForecastHandler(FunctionPorts ports) {
        this(new ForecastStage(ports.workshop(), ports.ledger(), new NyseCalendar()), ports.clock());
    }

    /** For the local runner and tests. */
    public ForecastHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
