package candor.statemachine;

import candor.statemachine.definition.ResultWriter;
import candor.statemachine.definition.State;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.EventType;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.MapRunFiles;
import candor.statemachine.history.PlannedChild;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One attempt at a Distributed Map: a Map run, whose children are executions of their own. A redrive's first attempt
 * redrives the Map run that it finds: children that succeeded stay as they are, the others continue or start.
 */
final class DistributedMapRun {

    /** Step Functions runs up to 10,000 at once; here every child that runs keeps two files open. */
    private static final int MOST_AT_ONCE = 100;

    private final Visit visit;
    private final State.DistributedMap state;
    private final StateMachine machine;

    private DistributedMapRun(Visit visit, State.DistributedMap state) {
        this.visit = visit;
        this.state = state;
        this.machine = state.processor().inside(visit.run().machine());
    }

    static JsonNode attempt(Visit visit, State.DistributedMap state) throws StateFailed, InterruptedException {
        return new DistributedMapRun(visit, state).run();
    }

    private JsonNode run() throws StateFailed, InterruptedException {
        Optional<RecordedProgress.MapRunBefore> before = visit.mapRunBefore();
        if (before.isPresent()) {
            MapRunFiles files = visit.run().mapRun(before.get().id());
            Optional<List<PlannedChild>> plan = files.plan();
            if (plan.isPresent()) {
                return redrive(before.get(), files, plan.get());
            }
        }
        return start();
    }

    private JsonNode start() throws StateFailed, InterruptedException {
        List<JsonNode> given = state.reader() == null ? given() : List.of();
        int atOnce = atOnce();
        visit.record(EventType.MAP_STATE_STARTED, EventDetails.mapStarted(visit, given.size()));
        FailureTally.Limits limits = FailureTally.Limits.of(visit, state.tolerated());
        String id = visit.run().newId();
        visit.record(EventType.MAP_RUN_STARTED, EventDetails.mapRunStarted(visit, machine.mapRunArn(id)));
        return ended(() -> {
            MapRunFiles files = visit.run().mapRun(id);
            List<PlannedChild> plan = ChildInputs.of(
                    visit,
                    state,
                    state.reader() == null
                            ? new ItemSource.Items(given, "STATE_DATA")
                            : ItemSource.read(visit, state.reader()));
            files.write(plan);
            return children(new RecordedProgress.MapRunBefore(id, 0), files, plan, limits, atOnce);
        });
    }

    private JsonNode redrive(RecordedProgress.MapRunBefore before, MapRunFiles files, List<PlannedChild> plan)
            throws StateFailed, InterruptedException {
        int atOnce = atOnce();
        FailureTally.Limits limits = FailureTally.Limits.of(visit, state.tolerated());
        RecordedProgress.MapRunBefore now = new RecordedProgress.MapRunBefore(before.id(), before.redrives() + 1);
        visit.record(
                EventType.MAP_RUN_REDRIVEN,
                EventDetails.mapRunRedriven(visit, machine.mapRunArn(now.id()), now.redrives()));
        return ended(() -> children(now, files, plan, limits, atOnce));
    }

    private JsonNode ended(Guard.Attempt work) throws StateFailed, InterruptedException {
        try {
            JsonNode result = Quota.check(state.name(), "result", work.run());
            visit.record(EventType.MAP_RUN_SUCCEEDED, EventDetails.none());
            visit.record(EventType.MAP_STATE_SUCCEEDED, EventDetails.none());
            return result;
        } catch (StateFailed failed) {
            visit.record(EventType.MAP_RUN_FAILED, EventDetails.mapRunFailed(visit, failed));
            visit.record(EventType.MAP_STATE_FAILED, EventDetails.none());
            throw failed;
        } catch (InterruptedException stopped) {
            visit.record(EventType.MAP_RUN_ABORTED, EventDetails.none());
            visit.record(EventType.MAP_STATE_ABORTED, EventDetails.none());
            throw stopped;
        }
    }

    private List<JsonNode> given() throws StateFailed {
        JsonNode items = state.items() == null ? visit.input() : visit.evaluate(state.items(), Map.of());
        if (!items.isArray()) {
            throw visit.evaluationFailed("Items", "The field 'Items' must give an array, not " + items);
        }
        return List.copyOf(items.values());
    }

    private int atOnce() throws StateFailed {
        long wanted =
                state.maxConcurrency() == null ? 0 : visit.evaluateWhole(state.maxConcurrency(), 0, Integer.MAX_VALUE);
        return wanted == 0 ? MOST_AT_ONCE : (int) Math.min(wanted, MOST_AT_ONCE);
    }

    private JsonNode children(
            RecordedProgress.MapRunBefore mapRun,
            MapRunFiles files,
            List<PlannedChild> plan,
            FailureTally.Limits limits,
            int atOnce)
            throws StateFailed, InterruptedException {
        Executions executions = files.children();
        ResultFiles results = resultFiles(mapRun);
        List<PlannedChild> open = mapRun.redrives() == 0 ? plan : unsuccessful(plan, executions);
        long total = plan.stream().mapToLong(PlannedChild::items).sum();
        ChildRuns runs = new ChildRuns(visit.run(), machine, executions, new FailureTally(limits, total));
        String arn = machine.mapRunArn(mapRun.id());
        try {
            Fork.run(
                    visit.run().branches(),
                    atOnce,
                    open.stream().map(runs::strand).toList());
        } catch (StateFailed failed) {
            if (results != null) {
                results.write(arn, plan, files);
            }
            throw failed;
        }
        return results == null ? inPlace(plan, executions) : address(arn, results, results.write(arn, plan, files));
    }

    private static List<PlannedChild> unsuccessful(List<PlannedChild> plan, Executions executions) {
        List<PlannedChild> open = new ArrayList<>();
        for (PlannedChild child : plan) {
            Optional<Execution> before = executions.find(child.name());
            if (before.isEmpty() || before.get().status() != ExecutionStatus.SUCCEEDED) {
                open.add(child);
            }
        }
        return open;
    }

    private JsonNode inPlace(List<PlannedChild> plan, Executions executions) {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (PlannedChild child : plan) {
            ChildRecord.of(
                            executions.find(child.name()).orElseThrow(),
                            state.resultWriter().transformation())
                    .forEach(results::add);
        }
        return results;
    }

    private static JsonNode address(String arn, ResultFiles results, String manifest) {
        ObjectNode address = JsonNodeFactory.instance.objectNode().put("MapRunArn", arn);
        address.putObject("ResultWriterDetails").put("Bucket", results.bucket()).put("Key", manifest);
        return address;
    }

    /** Null where the results are the state's own. */
    private @Nullable ResultFiles resultFiles(RecordedProgress.MapRunBefore mapRun) throws StateFailed {
        ResultWriter writer = state.resultWriter();
        if (writer.arguments() == null) {
            return null;
        }
        JsonNode arguments = visit.evaluate(writer.arguments(), Map.of());
        String prefix = text(arguments, "Prefix");
        String folder = prefix.endsWith("/") || prefix.isEmpty() ? prefix + mapRun.id() : prefix + "/" + mapRun.id();
        return new ResultFiles(visit.run().buckets(), text(arguments, "Bucket"), folder, writer, mapRun.redrives());
    }

    private String text(JsonNode arguments, String name) throws StateFailed {
        JsonNode value = arguments.path(name);
        if (!value.isString()) {
            throw visit.evaluationFailed(
                    "ResultWriter/Arguments/" + name,
                    "The field 'ResultWriter/Arguments/" + name + "' must give a string, not " + value);
        }
        return value.stringValue();
    }
}
