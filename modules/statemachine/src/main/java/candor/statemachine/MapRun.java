package candor.statemachine;

import candor.statemachine.definition.State;
import candor.statemachine.history.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One attempt at a Map state that runs inline. A redrive's first attempt keeps the outputs of complete iterations and
 * continues the others where they stood.
 */
final class MapRun {

    /** As many iterations as Step Functions runs at once inline. */
    private static final int MOST_AT_ONCE = 40;

    private final Visit visit;
    private final State.Map state;
    private final List<FlowRun> flows = new ArrayList<>();

    private MapRun(Visit visit, State.Map state) {
        this.visit = visit;
        this.state = state;
    }

    static JsonNode attempt(Visit visit, State.Map state) throws StateFailed, InterruptedException {
        return new MapRun(visit, state).run();
    }

    private JsonNode run() throws StateFailed, InterruptedException {
        JsonNode items = items();
        int atOnce = atOnce();
        if (!continues(items.size())) {
            visit.record(EventType.MAP_STATE_STARTED, EventDetails.mapStarted(visit, items.size()));
        }
        try {
            List<Fork.Strand> strands = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                strands.add(iteration(i, items.get(i)));
            }
            List<JsonNode> outputs = Fork.run(visit.run().branches(), atOnce, strands);
            return ended(EventType.MAP_STATE_SUCCEEDED, outputs);
        } catch (StateFailed failed) {
            ended(EventType.MAP_STATE_FAILED, List.of());
            throw failed;
        } catch (InterruptedException stopped) {
            ended(EventType.MAP_STATE_ABORTED, List.of());
            throw stopped;
        }
    }

    private JsonNode ended(EventType how, List<JsonNode> outputs) {
        visit.flow().followLastOf(flows);
        visit.record(how, EventDetails.none());
        return JsonNodeFactory.instance.arrayNode().addAll(outputs);
    }

    private JsonNode items() throws StateFailed {
        JsonNode items = state.items() == null ? visit.input() : visit.evaluate(state.items(), Map.of());
        if (!items.isArray()) {
            throw visit.evaluationFailed("Items", "The field 'Items' must give an array, not " + items);
        }
        return items;
    }

    private int atOnce() throws StateFailed {
        long wanted =
                state.maxConcurrency() == null ? 0 : visit.evaluateWhole(state.maxConcurrency(), 0, Integer.MAX_VALUE);
        return wanted == 0 ? MOST_AT_ONCE : (int) Math.min(wanted, MOST_AT_ONCE);
    }

    private boolean continues(int length) {
        for (int i = 0; i < length; i++) {
            if (!progress(place(i, null)).isFresh()) {
                return true;
            }
        }
        return false;
    }

    private FlowProgress progress(Place place) {
        return visit.isResumed() ? visit.flow().recorded(state.processor(), place) : FlowProgress.FRESH;
    }

    private Place place(int index, @Nullable JsonNode item) {
        return visit.flow().place().inside(state.name(), index, item);
    }

    private Fork.Strand iteration(int index, JsonNode item) throws StateFailed {
        Place place = place(index, item);
        FlowProgress progress = progress(place);
        JsonNode input = state.itemSelector() == null ? item : visit.evaluate(state.itemSelector(), Map.of(), place);
        Quota.check(state.name(), "ItemSelector", input);
        FlowRun flow = visit.flow().inner(state.processor(), place);
        flows.add(flow);
        return () -> walk(index, flow, progress, input);
    }

    private JsonNode walk(int index, FlowRun flow, FlowProgress progress, JsonNode input)
            throws StateFailed, InterruptedException {
        if (progress.position() instanceof FlowProgress.Position.Complete(JsonNode output)) {
            return output;
        }
        if (progress.isFresh()) {
            flow.append(EventType.MAP_ITERATION_STARTED, EventDetails.iteration(state.name(), index));
        }
        try {
            JsonNode output = flow.walk(progress, input);
            flow.append(EventType.MAP_ITERATION_SUCCEEDED, EventDetails.iteration(state.name(), index));
            return output;
        } catch (StateFailed failed) {
            flow.append(EventType.MAP_ITERATION_FAILED, EventDetails.iteration(state.name(), index));
            throw failed;
        } catch (InterruptedException stopped) {
            flow.append(EventType.MAP_ITERATION_ABORTED, EventDetails.iteration(state.name(), index));
            throw stopped;
        }
    }
}
