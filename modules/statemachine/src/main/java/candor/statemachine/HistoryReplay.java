package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.Flow;
import candor.statemachine.definition.State;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.EventType;
import candor.statemachine.history.HistoryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads from a history how far each flow had come, by the key that its place gives it. */
final class HistoryReplay {

    private final Map<String, Flow> flowOfState;
    private final Map<String, FlowProgress> progress = new HashMap<>();
    private final Map<String, RecordedProgress.MapRunBefore> mapRuns = new HashMap<>();

    private HistoryReplay(StateMachine machine) {
        flowOfState = machine.flowOfState();
    }

    static RecordedProgress of(StateMachine machine, List<HistoryEvent> events) {
        HistoryReplay replay = new HistoryReplay(machine);
        events.forEach(replay::take);
        return new RecordedProgress(replay.progress, replay.mapRuns);
    }

    private void take(HistoryEvent event) {
        if (event.type().entersState()) {
            String name = detail(event, "name");
            JsonNode input = JsonText.parse(detail(event, "input"));
            String key = Place.keyOf(iteration(event), flow(name));
            mapRuns.remove(Place.keyOf(iteration(event), name));
            progress.put(
                    key,
                    new FlowProgress(new FlowProgress.Position.Inside(name, input, event.timestamp()), variables(key)));
        } else if (event.type().exitsState()) {
            exit(event);
        } else if (event.type() == EventType.PARALLEL_STATE_STARTED || event.type() == EventType.MAP_STATE_STARTED) {
            String name = detail(event, "name");
            forgetInside(flow(name).state(name), iteration(event));
            mapRuns.remove(Place.keyOf(iteration(event), name));
        } else {
            takeMapRun(event);
        }
    }

    private void takeMapRun(HistoryEvent event) {
        switch (event.type()) {
            case MAP_RUN_STARTED -> mapRuns.put(mapOf(event), new RecordedProgress.MapRunBefore(idOf(event), 0));
            case MAP_RUN_REDRIVEN ->
                mapRuns.computeIfPresent(
                        mapOf(event), (map, run) -> new RecordedProgress.MapRunBefore(run.id(), run.redrives() + 1));
            case MAP_RUN_FAILED -> {
                // As documented: what was too large is made anew by another Map run.
                if (detail(event, "error").equals(ErrorNames.DATA_LIMIT)) {
                    mapRuns.remove(mapOf(event));
                }
            }
            default -> {
                // Says nothing of how far a flow has come.
            }
        }
    }

    private static String mapOf(HistoryEvent event) {
        return Place.keyOf(iteration(event), detail(event, "name"));
    }

    private static String idOf(HistoryEvent event) {
        String arn = detail(event, "mapRunArn");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static String iteration(HistoryEvent event) {
        return event.text("iteration").orElse("");
    }

    private void exit(HistoryEvent event) {
        String key = Place.keyOf(iteration(event), flow(detail(event, "name")));
        JsonNode output = JsonText.parse(detail(event, "output"));
        Map<String, JsonNode> variables = new HashMap<>(variables(key));
        event.details()
                .path("assignedVariables")
                .properties()
                .forEach(variable -> variables.put(
                        variable.getKey(), JsonText.parse(variable.getValue().asString(""))));
        FlowProgress.Position position = event.text("next")
                .<FlowProgress.Position>map(next -> new FlowProgress.Position.Before(next, output))
                .orElseGet(() -> new FlowProgress.Position.Complete(output));
        progress.put(key, new FlowProgress(position, variables));
    }

    /** A new attempt at the state: what its flows had done, in whatever iterations, counts no more. */
    private void forgetInside(State state, String iteration) {
        if (state instanceof State.Map) {
            String iterations = (iteration.isEmpty() ? "" : iteration + "/") + state.name() + "[";
            progress.keySet().removeIf(key -> key.startsWith(iterations));
        }
        for (Flow inside : Flow.inner(state)) {
            progress.remove(Place.keyOf(iteration, inside));
            inside.states().values().forEach(inner -> forgetInside(inner, iteration));
        }
    }

    private Map<String, JsonNode> variables(String key) {
        return progress.getOrDefault(key, FlowProgress.FRESH).variables();
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
