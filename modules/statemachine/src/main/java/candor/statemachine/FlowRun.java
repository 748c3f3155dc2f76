package candor.statemachine;

import candor.statemachine.definition.Flow;
import candor.statemachine.definition.State;
import candor.statemachine.history.EventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One flow being walked, on one thread: the machine's, or one inside a state with the variables around it. */
final class FlowRun {

    static final String STOPPED = "the execution was stopped";

    private final Run run;
    private final Flow flow;
    private final Place place;
    private final Map<String, JsonNode> variables;
    private long lastEvent;

    FlowRun(Run run, Flow flow, Place place, Map<String, JsonNode> outer, long lastEvent) {
        this.run = run;
        this.flow = flow;
        this.place = place;
        this.variables = new HashMap<>(outer);
        this.lastEvent = lastEvent;
    }

    /** A flow inside the state that this one is in; it follows this one's last event and sees its variables as they are. */
    FlowRun inner(Flow inside, Place where) {
        return new FlowRun(run, inside, where, variables, lastEvent);
    }

    /** How far a flow inside of this one had come when this run began. */
    FlowProgress recorded(Flow inside, Place where) {
        return run.recorded(where.keyOf(inside));
    }

    /**
     * From where the flow stands to its end.
     *
     * @param input of the first state, where it has not begun
     * @return the last state's output
     */
    JsonNode walk(FlowProgress progress, JsonNode input) throws StateFailed, InterruptedException {
        variables.putAll(progress.variables());
        return switch (progress.position()) {
            case FlowProgress.Position.Fresh() -> walkFrom(enter(flow.startAt(), input));
            case FlowProgress.Position.Before(String state, JsonNode handed) -> walkFrom(enter(state, handed));
            case FlowProgress.Position.Inside(String state, JsonNode taken, Instant since) ->
                walkFrom(new Visit(this, flow.state(state), taken, since, true));
            case FlowProgress.Position.Complete(JsonNode output) -> output;
        };
    }

    private JsonNode walkFrom(Visit first) throws StateFailed, InterruptedException {
        Visit visit = first;
        while (true) {
            run.checkDeadline();
            if (Thread.interrupted()) {
                throw new InterruptedException(STOPPED);
            }
            Outcome outcome = StateRuns.run(visit);
            append(types(visit.state()).exited(), EventDetails.exited(visit, outcome));
            outcome.assigned().properties().forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
            if (outcome.next() == null) {
                return outcome.output();
            }
            visit = enter(outcome.next(), outcome.output());
        }
    }

    private Visit enter(String name, JsonNode input) {
        State state = flow.state(name);
        Instant since = run.now();
        Visit visit = new Visit(this, state, input, since, false);
        append(types(state).entered(), EventDetails.entered(visit));
        return visit;
    }

    long append(EventType type, ObjectNode details) {
        lastEvent = run.append(lastEvent, type, details);
        return lastEvent;
    }

    /** Lets the next event follow the last one of the flows inside, where there is any. */
    void followLastOf(List<FlowRun> inside) {
        for (FlowRun inner : inside) {
            lastEvent = Math.max(lastEvent, inner.lastEvent);
        }
    }

    Place place() {
        return place;
    }

    Run run() {
        return run;
    }

    Map<String, JsonNode> variables() {
        return variables;
    }

    private record Types(EventType entered, EventType exited) {}

    /** A Fail state is never exited. */
    private static Types types(State state) {
        return switch (state) {
            case State.Task _, State.StartExecution _ ->
                new Types(EventType.TASK_STATE_ENTERED, EventType.TASK_STATE_EXITED);
            case State.Parallel parallel ->
                new Types(EventType.PARALLEL_STATE_ENTERED, EventType.PARALLEL_STATE_EXITED);
            case State.Map _, State.DistributedMap _ ->
                new Types(EventType.MAP_STATE_ENTERED, EventType.MAP_STATE_EXITED);
            case State.Pass pass -> new Types(EventType.PASS_STATE_ENTERED, EventType.PASS_STATE_EXITED);
            case State.Wait wait -> new Types(EventType.WAIT_STATE_ENTERED, EventType.WAIT_STATE_EXITED);
            case State.Choice choice -> new Types(EventType.CHOICE_STATE_ENTERED, EventType.CHOICE_STATE_EXITED);
            case State.Succeed succeed -> new Types(EventType.SUCCEED_STATE_ENTERED, EventType.SUCCEED_STATE_EXITED);
            case State.Fail fail -> new Types(EventType.FAIL_STATE_ENTERED, EventType.EXECUTION_FAILED);
        };
    }
}
