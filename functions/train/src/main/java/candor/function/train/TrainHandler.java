package candor.function.train;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.stage.Stage;
import candor.pipeline.stage.TrainStage;
import java.time.Clock;

/** Fits the candidates. */
public final class TrainHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public TrainHandler() {
        this(FunctionPorts.ofProcess());
    }

    private TrainHandler(FunctionPorts ports) {
        this(new TrainStage(ports.workshop(), new NyseCalendar()), ports.clock());
    }

    /** For the local runner and tests. */
    public TrainHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
