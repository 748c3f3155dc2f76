package candor.aws;

import candor.store.failure.PipelineFailure;
import candor.store.port.ExecutionEvent;
import candor.store.run.ExecutionOutcome;
import candor.store.run.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Asks Step Functions which state failed an execution: the event of the failure does not say. Needs the action
 * states:GetExecutionHistory on the executions; a failure must be told even where that is lacking, or the question fails.
 */
public final class FailedState implements Function<ExecutionOutcome, Optional<String>> {

    /** A state has far fewer events after it is entered. */
    private static final int LAST_EVENTS = 200;

    private final Map<String, String> environment;
    private final Consumer<String> notices;

    public FailedState(Map<String, String> environment, Consumer<String> notices) {
        this.environment = Map.copyOf(environment);
        this.notices = notices;
    }

    @Override
    public Optional<String> apply(ExecutionOutcome outcome) {
        try {
            JsonNode answer = SignedCall.of("states", "1.0", environment)
                    .ask(
                            "AWSStepFunctions.GetExecutionHistory",
                            Map.of(
                                    "executionArn",
                                    outcome.arn(),
                                    "reverseOrder",
                                    true,
                                    "includeExecutionData",
                                    false,
                                    "maxResults",
                                    LAST_EVENTS),
                            "the history of " + outcome.execution());
            List<ExecutionEvent> events = new ArrayList<>();
            answer.path("events").forEach(event -> events.add(ExecutionEvent.of(event)));
            return History.stateOfLast(events);
        } catch (PipelineFailure unanswered) {
            notices.accept("the state that failed is not known: " + unanswered.getMessage());
            return Optional.empty();
        }
    }
}
