package candor.function.recordfailure;

import candor.aws.lambda.FunctionPorts;
import candor.store.json.Json;
import candor.store.run.ExecutionOutcome;
import candor.store.run.FailureRecorder;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Records an execution that did not succeed, told by EventBridge's 'Step Functions Execution Status Change'. */
public final class RecordFailureHandler implements RequestStreamHandler {

    private final FailureRecorder recorder;
    private final Consumer<String> people;

    /** As Lambda makes it, once for each process. */
    public RecordFailureHandler() {
        this(FunctionPorts.ofProcess());
    }

    private RecordFailureHandler(FunctionPorts ports) {
        this(
                new FailureRecorder(ports.store(), ports.ledger(), ports.failedState(), ports.commandOptions()),
                ports.people("run failed"));
    }

    /**
     * For the local runner and tests.
     *
     * @param people told of the failure and of the way on
     */
    public RecordFailureHandler(FailureRecorder recorder, Consumer<String> people) {
        this.recorder = recorder;
        this.people = people;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        FailureRecorder.Recorded recorded = recorder.record(ExecutionOutcome.parse(input.readAllBytes()));
        people.accept(recorded.message());
        output.write(Json.writeLine(recorded));
    }
}
