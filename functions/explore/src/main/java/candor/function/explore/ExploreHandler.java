package candor.function.explore;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.pipeline.stage.ExploreStage;
import candor.pipeline.stage.Stage;
import candor.reporting.Reports;
import java.time.Clock;

/** Describes the bars. */
public final class ExploreHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public ExploreHandler() {
        this(FunctionPorts.ofProcess());
    }

    private ExploreHandler(FunctionPorts ports) {
        this(new ExploreStage(ports.workshop(), new Reports()), ports.clock());
    }

    /** For the local runner and tests. */
    public ExploreHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
