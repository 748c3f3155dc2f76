package candor.function.promote;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.stage.PromoteStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

/** Judges the champion. */
public final class PromoteHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public PromoteHandler() {
        this(FunctionPorts.ofProcess());
    }

    private PromoteHandler(FunctionPorts ports) {
        this(new PromoteStage(ports.workshop(), new NyseCalendar()), ports.clock());
    }

    /** As everybody else makes it. */
    public PromoteHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
