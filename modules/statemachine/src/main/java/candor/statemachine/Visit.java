package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.State;
import candor.statemachine.expression.Bindings;
import candor.statemachine.expression.EvaluationFailure;
import candor.statemachine.expression.Template;
import candor.statemachine.history.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One state that has been entered and not yet left, and what its expressions see. */
final class Visit {

    private final FlowRun flow;
    private final State state;
    private final JsonNode input;
    private final Instant since;
    private final boolean resumed;
    private int retryCount;
    private @Nullable String token;

    /** @param resumed whether an earlier run of the execution entered it */
    Visit(FlowRun flow, State state, JsonNode input, Instant since, boolean resumed) {
        this.flow = flow;
        this.state = state;
        this.input = input;
        this.since = since;
        this.resumed = resumed;
    }

    FlowRun flow() {
        return flow;
    }

    Run run() {
        return flow.run();
    }

    State state() {
        return state;
    }

    JsonNode input() {
        return input;
    }

    Instant since() {
        return since;
    }

    /** Whether this is a redrive's first attempt at a state that was entered before. */
    boolean isResumed() {
        return resumed && retryCount == 0;
    }

    /** The Map run that this state was in when the execution's run before this one ended; only for a first attempt. */
    Optional<RecordedProgress.MapRunBefore> mapRunBefore() {
        return isResumed() ? run().mapRunBefore(Place.keyOf(flow.place().iteration(), state.name())) : Optional.empty();
    }

    void countRetry() {
        retryCount++;
    }

    /** A token for this attempt, which its expressions see as {@code $states.context.Task.Token}. */
    String newToken() {
        String fresh = run().newToken();
        token = fresh;
        return fresh;
    }

    long record(EventType type, ObjectNode details) {
        return flow.append(type, details);
    }

    /** @param known what {@code $states} holds beside input and context: result or errorOutput */
    JsonNode evaluate(Template template, Map<String, JsonNode> known) throws StateFailed {
        return evaluate(template, known, flow.place());
    }

    /** @param place whose item the context object tells */
    JsonNode evaluate(Template template, Map<String, JsonNode> known, Place place) throws StateFailed {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", input);
        states.set("context", context(place));
        states.setAll(known);
        try {
            return template.evaluate(new Bindings(states, flow.variables(), run().pace(), run().random()));
        } catch (EvaluationFailure e) {
            throw evaluationFailed(e.location(), String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode context(Place place) {
        ObjectNode context = run().context(state.name(), since, retryCount);
        if (token != null) {
            context.putObject("Task").put("Token", token);
        }
        if (place.item() != null) {
            context.set("Map", place.item());
        }
        return context;
    }

    /** The failure that an evaluation ends in, recorded. */
    StateFailed evaluationFailed(String location, String message) {
        StateFailed failure = new StateFailed(ErrorNames.QUERY_EVALUATION, message);
        record(EventType.EVALUATION_FAILED, EventDetails.evaluationFailed(state.name(), location, failure));
        return failure;
    }

    /** A whole number in the bounds, as Seconds, TimeoutSeconds and MaxConcurrency have to give. */
    long evaluateWhole(Template template, long least, long most) throws StateFailed {
        JsonNode value = evaluate(template, Map.of());
        if (value.isIntegralNumber() && value.longValue() >= least && value.longValue() <= most) {
            return value.longValue();
        }
        throw evaluationFailed(
                template.field(),
                "The field '" + template.field() + "' must give a whole number from " + least + " to " + most + ", not "
                        + value);
    }

    /** Assign and Output side by side, both from what was known before either. */
    Outcome leave(
            @Nullable Template assign,
            @Nullable Template output,
            JsonNode fallback,
            Map<String, JsonNode> known,
            @Nullable String next)
            throws StateFailed {
        ObjectNode assigned = JsonNodeFactory.instance.objectNode();
        if (assign != null && evaluate(assign, known) instanceof ObjectNode variables) {
            Quota.check(state.name(), "Assign", variables);
            assigned = variables;
        }
        JsonNode left = output == null ? fallback : evaluate(output, known);
        return new Outcome(Quota.check(state.name(), "output", left), assigned, next);
    }
}
