package candor.function.clean;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.stage.CleanStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

/** Cleans bars. */
public final class CleanHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public CleanHandler() {
        this(FunctionPorts.ofProcess());
    }

    private CleanHandler(FunctionPorts ports) {
        this(new CleanStage(ports.workshop(), new NyseCalendar(), CleaningRules.standard()), ports.clock());
    }

    /** For the local runner and tests. */
    public CleanHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
