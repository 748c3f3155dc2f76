package candor.local.statemachine;

import candor.local.statemachine.definition.Flow;
import candor.local.statemachine.definition.State;
import candor.local.statemachine.definition.StateMachine;
import candor.local.statemachine.expression.JsonText;
import candor.local.statemachine.history.EventType;
import candor.local.statemachine.history.HistoryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads from a history how far each flow had come, by the flow's id. */
final class Replay {

    private final Map<String, Flow> flowOfState;
    private final Map<String, Progress> progress = new HashMap<>();

    private Replay(StateMachine machine) {
        flowOfState = machine.flowOfState();
    }

    static Map<String, Progress> of(StateMachine machine, List<HistoryEvent> events) {
        Replay replay = new Replay(machine);
        events.forEach(replay::take);
        return replay.progress;
    }

    private void take(HistoryEvent event) {
        if (event.type().entersState()) {
            String name = detail(event, "name");
            JsonNode input = JsonText.parse(detail(event, "input"));
            place(flow(name), new Progress.Position.Inside(name, input, event.timestamp()));
        } else if (event.type().exitsState()) {
            exit(event);
        } else if (event.type() == EventType.PARALLEL_STATE_STARTED) {
            String name = detail(event, "name");
            forgetBranches(flow(name).state(name));
        }
    }

    private void exit(HistoryEvent event) {
        Flow flow = flow(detail(event, "name"));
        JsonNode output = JsonText.parse(detail(event, "output"));
        Map<String, JsonNode> variables = new HashMap<>(variables(flow));
        event.details()
                .path("assignedVariables")
                .properties()
                .forEach(variable -> variables.put(
                        variable.getKey(), JsonText.parse(variable.getValue().asString(""))));
        Progress.Position position = event.text("next")
                .<Progress.Position>map(next -> new Progress.Position.Before(next, output))
                .orElseGet(() -> new Progress.Position.Complete(output));
        progress.put(flow.id(), new Progress(position, variables));
    }

    private void place(Flow flow, Progress.Position position) {
        progress.put(flow.id(), new Progress(position, variables(flow)));
    }

    private void forgetBranches(State state) {
        if (state instanceof State.Parallel parallel) {
            for (Flow branch : parallel.branches()) {
                progress.remove(branch.id());
                branch.states().values().forEach(this::forgetBranches);
            }
        }
    }

    private Map<String, JsonNode> variables(Flow flow) {
        return progress.getOrDefault(flow.id(), Progress.FRESH).variables();
    }

    private Flow flow(String state) {
        Flow flow = flowOfState.get(state);
        if (flow == null) {
            throw new IllegalStateException("the history names a state that the definition lacks: " + state);
        }
        return flow;
    }

    private static String detail(HistoryEvent event, String detail) {
        return event.text(detail)
                .orElseThrow(() -> new IllegalStateException(
                        "event " + event.id() + " (" + event.type().apiName() + ") has no '" + detail + "'"));
    }
}
