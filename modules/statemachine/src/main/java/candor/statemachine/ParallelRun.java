package candor.statemachine;

import candor.statemachine.definition.Flow;
import candor.statemachine.definition.State;
import candor.statemachine.history.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One attempt at a Parallel state. A redrive's first attempt keeps the outputs of complete branches and continues the
 * others where they stood.
 */
final class ParallelRun {

    private ParallelRun() {}

    static JsonNode attempt(Visit visit, State.Parallel state) throws StateFailed, InterruptedException {
        JsonNode input = state.arguments() == null ? visit.input() : visit.evaluate(state.arguments(), Map.of());
        Quota.check(state.name(), "Arguments", input);
        boolean continued = visit.isResumed() && state.branches().stream().anyMatch(branch -> !isFresh(visit, branch));
        if (!continued) {
            visit.record(EventType.PARALLEL_STATE_STARTED, EventDetails.parallelStarted(visit));
        }
        List<FlowRun> flows = new ArrayList<>();
        try {
            List<JsonNode> outputs =
                    Fork.run(visit.run().branches(), state.branches().size(), strands(visit, state, input, flows));
            visit.flow().followLastOf(flows);
            visit.record(EventType.PARALLEL_STATE_SUCCEEDED, EventDetails.none());
            return JsonNodeFactory.instance.arrayNode().addAll(outputs);
        } catch (StateFailed failed) {
            visit.flow().followLastOf(flows);
            visit.record(EventType.PARALLEL_STATE_FAILED, EventDetails.none());
            throw failed;
        } catch (InterruptedException stopped) {
            visit.flow().followLastOf(flows);
            visit.record(EventType.PARALLEL_STATE_ABORTED, EventDetails.none());
            throw stopped;
        }
    }

    private static boolean isFresh(Visit visit, Flow branch) {
        return visit.flow().recorded(branch, visit.flow().place()).isFresh();
    }

    /** Made before any branch runs: what a branch sees does not depend on the others. */
    private static List<Fork.Strand> strands(Visit visit, State.Parallel state, JsonNode input, List<FlowRun> flows) {
        List<Fork.Strand> strands = new ArrayList<>();
        for (Flow branch : state.branches()) {
            FlowRun flow = visit.flow().inner(branch, visit.flow().place());
            FlowProgress progress = visit.isResumed()
                    ? visit.flow().recorded(branch, visit.flow().place())
                    : FlowProgress.FRESH;
            flows.add(flow);
            strands.add(() -> flow.walk(progress, input));
        }
        return strands;
    }
}
