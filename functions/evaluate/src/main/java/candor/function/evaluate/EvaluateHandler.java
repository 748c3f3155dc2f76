package candor.function.evaluate;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.walkforward.Progress;
import candor.pipeline.stage.EvaluateStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

/** Makes and scores every past forecast. */
public final class EvaluateHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public EvaluateHandler() {
        this(FunctionPorts.ofProcess());
    }

    private EvaluateHandler(FunctionPorts ports) {
        this(new EvaluateStage(ports.workshop(), new NyseCalendar(), Progress.NONE), ports.clock());
    }

    /** For the local runner and tests. */
    public EvaluateHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
