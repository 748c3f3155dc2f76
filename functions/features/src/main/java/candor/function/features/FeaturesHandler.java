package candor.function.features;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.pipeline.stage.FeaturesStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;

/** Computes features. */
public final class FeaturesHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public FeaturesHandler() {
        this(FunctionPorts.ofProcess());
    }

    private FeaturesHandler(FunctionPorts ports) {
        this(new FeaturesStage(ports.workshop()), ports.clock());
    }

    /** For the local runner and tests. */
    public FeaturesHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
