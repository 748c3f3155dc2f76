package candor.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.pipeline.stage.Stage;
import candor.pipeline.stage.StageJson;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.StageResult;
import candor.store.json.Json;
import candor.store.run.RunId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a stage for Lambda: reads the request, runs the stage, writes the result, and logs one JSON line for each event with
 * run, stage and symbol. Failures go to Lambda as they are: their class name is what the state machine's Retry and Catch
 * match.
 *
 * <p>A function's own class extends this one and wires its stage in the constructor without arguments, which Lambda calls
 * once for each process.
 */
public abstract class StageHandler implements RequestStreamHandler {

    private final Stage stage;
    private final Clock clock;

    /** @param clock for the times of log lines; it reaches no result */
    protected StageHandler(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        LambdaLogger logger = context.getLogger();
        Instant start = clock.instant();
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("stage", stage.name().key());
        try {
            StageRequest request = StageJson.readRequest(input.readAllBytes());
            subject.put("run", run(request));
            subject.put("symbol", request.symbol().value());
            logger.log(line(start, "INFO", "start", subject, Map.of()));

            Optional<String> idle = stage.nothingToDo(request);
            if (idle.isPresent()) {
                output.write(StageJson.writeNothingToDo(stage.name(), request, idle.get()));
                logger.log(line(clock.instant(), "INFO", "nothingToDo", subject, Map.of("summary", idle.get())));
                return;
            }
            StageResult result = stage.run(request);
            subject.put("run", result.runId());
            output.write(StageJson.writeResult(result));
            logger.log(line(clock.instant(), "INFO", "done", subject, outcome(start, result)));
        } catch (IOException | RuntimeException | Error e) {
            logger.log(line(clock.instant(), "ERROR", "failed", subject, failure(start, e)));
            throw e;
        }
    }

    private Map<String, Object> outcome(Instant start, StageResult result) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("reused", result.reused());
        outcome.put("durationMillis", millisSince(start));
        outcome.put("summary", result.summary());
        return outcome;
    }

    private Map<String, Object> failure(Instant start, Throwable failure) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("error", failure.getClass().getName());
        outcome.put("message", String.valueOf(failure.getMessage()));
        outcome.put("durationMillis", millisSince(start));
        return outcome;
    }

    private long millisSince(Instant start) {
        return Duration.between(start, clock.instant()).toMillis();
    }

    private static String run(StageRequest request) {
        return request.asOf() == null
                ? RunId.unresolved(request.symbol(), request.execution())
                : RunId.of(request.symbol(), request.asOf(), request.execution());
    }

    private static String line(
            Instant time, String level, String event, Map<String, Object> subject, Map<String, Object> details) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", time.toString());
        line.put("level", level);
        line.put("event", event);
        line.putAll(subject);
        line.putAll(details);
        return new String(Json.writeLine(line), UTF_8);
    }
}
