package candor.function.report;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.pipeline.stage.ReportStage;
import candor.pipeline.stage.Stage;
import candor.reporting.Reports;
import java.time.Clock;

/** Writes the report. */
public final class ReportHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public ReportHandler() {
        this(FunctionPorts.ofProcess());
    }

    private ReportHandler(FunctionPorts ports) {
        this(new ReportStage(ports.workshop(), new Reports()), ports.clock());
    }

    /** For the local runner and tests. */
    public ReportHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
