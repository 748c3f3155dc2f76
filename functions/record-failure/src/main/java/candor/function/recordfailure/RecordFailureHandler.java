package candor.function.recordfailure;

import candor.aws.lambda.FunctionPorts;
import candor.pipeline.json.Json;
import candor.pipeline.run.ExecutionOutcome;
import candor.pipeline.run.FailureRecorder;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Records an execution that did not succeed, told by EventBridge's 'Step Functions Execution Status Change'. */
public final class RecordFailureHandler implements RequestStreamHandler {

    private final FailureRecorder recorder;

    /** As Lambda makes it, once for each process. */
    public RecordFailureHandler() {
        this(FunctionPorts.ofProcess());
    }

    private RecordFailureHandler(FunctionPorts ports) {
        this(new FailureRecorder(ports.store(), ports.ledger(), ports.metrics()));
    }

    /** As everybody else makes it. */
    public RecordFailureHandler(FailureRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        FailureRecorder.Recorded recorded = recorder.record(ExecutionOutcome.parse(input.readAllBytes()));
        context.getLogger().log(recorded.message() + "\n");
        output.write(Json.writeLine(recorded));
    }
}
