package candor.local.statemachine;

import candor.local.statemachine.definition.Flow;
import candor.local.statemachine.definition.State;
import candor.local.statemachine.history.EventType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One attempt at a Parallel state. The first branch that fails stops the others, and its error is the state's. A redrive's
 * first attempt keeps the outputs of complete branches and continues the others where they stood.
 */
final class ParallelRun {

    private final Visit visit;
    private final List<FlowRun> flows = new ArrayList<>();
    private final List<JsonNode> outputs = new ArrayList<>();
    private final Set<Thread> running = new HashSet<>();
    private @Nullable Throwable failure;

    private ParallelRun(Visit visit) {
        this.visit = visit;
    }

    static JsonNode attempt(Visit visit, State.Parallel state) throws StateFailed, InterruptedException {
        JsonNode input = state.arguments() == null ? visit.input() : visit.evaluate(state.arguments(), Map.of());
        Quota.check(state.name(), "Arguments", input);
        boolean continued = visit.isResumed() && state.branches().stream().anyMatch(branch -> !isFresh(visit, branch));
        if (!continued) {
            visit.record(EventType.PARALLEL_STATE_STARTED, EventDetails.parallelStarted(state.name()));
        }
        ParallelRun attempt = new ParallelRun(visit);
        attempt.run(state, input, continued);
        return attempt.result();
    }

    private static boolean isFresh(Visit visit, Flow branch) {
        return visit.run().recorded(branch.id()).position() instanceof Progress.Position.Fresh;
    }

    private void run(State.Parallel state, JsonNode input, boolean continued) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(state.branches().size());
        // Copied before any branch runs: what a branch sees does not depend on the others.
        Map<String, JsonNode> outer = Map.copyOf(visit.flow().variables());
        long started = visit.flow().lastEvent();
        for (Flow branch : state.branches()) {
            int index = flows.size();
            FlowRun flow = new FlowRun(visit.run(), branch, outer, started);
            Progress progress = continued ? visit.run().recorded(branch.id()) : Progress.FRESH;
            flows.add(flow);
            outputs.add(JsonNodeFactory.instance.nullNode());
            visit.run().branches().execute(() -> {
                try {
                    walk(index, flow, progress, input);
                } finally {
                    open.countDown();
                }
            });
        }
        await(open);
    }

    private void walk(int index, FlowRun flow, Progress progress, JsonNode input) {
        if (!begin()) {
            return;
        }
        try {
            JsonNode output = flow.walk(progress, input);
            synchronized (this) {
                outputs.set(index, output);
            }
            end(null);
        } catch (StateFailed | InterruptedException | RuntimeException | Error e) {
            end(e);
        }
    }

    private synchronized boolean begin() {
        return failure == null && running.add(Thread.currentThread());
    }

    private synchronized void end(@Nullable Throwable why) {
        running.remove(Thread.currentThread());
        if (why != null && failure == null) {
            failure = why;
            running.forEach(Thread::interrupt);
        }
    }

    /** Until every branch has ended; an interrupt of this thread is handed on to them. */
    private void await(CountDownLatch open) {
        while (true) {
            try {
                open.await();
                return;
            } catch (InterruptedException e) {
                end(e);
            }
        }
    }

    private JsonNode result() throws StateFailed, InterruptedException {
        visit.flow().follow(flows.stream().mapToLong(FlowRun::lastEvent).max().orElseThrow());
        return switch (failure) {
            case null -> {
                visit.record(EventType.PARALLEL_STATE_SUCCEEDED, EventDetails.none());
                yield JsonNodeFactory.instance.arrayNode().addAll(outputs);
            }
            case StateFailed failed -> {
                visit.record(EventType.PARALLEL_STATE_FAILED, EventDetails.none());
                throw failed;
            }
            case InterruptedException stopped -> {
                visit.record(EventType.PARALLEL_STATE_ABORTED, EventDetails.none());
                throw stopped;
            }
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            default -> throw new IllegalStateException(failure);
        };
    }
}
