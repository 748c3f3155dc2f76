package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.HistoryEvent;
import candor.statemachine.history.StartOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches side by side: both run at once, and one that fails stops the other. */
class ConcurrentBranchesTest {

    @TempDir
    Path home;

    private final List<HistoryEvent> told = new ArrayList<>();

    private static String branch(String name) {
        return "{\"StartAt\":\"" + name + "\",\"States\":{\"" + name + "\":{\"Type\":\"Task\","
                + "\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Arguments\":{\"FunctionName\":\"" + name
                + "\"},\"Output\":\"{% $states.result.Payload %}\",\"End\":true}}}";
    }

    private ExecutionResult run(Invoker invoker) {
        return run(
                "\"Type\":\"Parallel\",\"Branches\":[" + branch("a") + "," + branch("b") + "],\"End\":true", invoker);
    }

    private ExecutionResult run(String state, Invoker invoker) {
        StateMachine machine = StateMachine.load(
                "m", "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"P\",\"States\":{\"P\":{" + state + "}}}", Map.of());
        SteppedPace pace = new SteppedPace();
        StartOutcome outcome = new Executions(home).start(machine, "run", "{}", pace.instant());
        try (var journal = ((StartOutcome.Created) outcome).journal()) {
            return new Runner(
                            invoker,
                            (token, time) -> Optional.empty(),
                            pace,
                            new SplittableRandom(1),
                            (execution, event) -> told.add(event),
                            Runner.concurrentBranches())
                    .run(journal);
        }
    }

    @Test
    void bothRunAtOnceAndTheResultKeepsTheirOrder() {
        CyclicBarrier both = new CyclicBarrier(2);

        ExecutionResult result = run((function, payload, timeout) -> {
            try {
                both.await();
            } catch (BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return "\"" + function + "\"";
        });

        assertThat(result.output()).isEqualTo("[\"a\",\"b\"]");
        assertThat(told).extracting(HistoryEvent::id).isSorted().hasSize(16);
        assertThat(new Executions(home).find("run").orElseThrow().events()).isEqualTo(told);
    }

    @Test
    void aBranchThatFailsStopsTheOther() {
        CountDownLatch waiting = new CountDownLatch(1);

        ExecutionResult result = run((function, payload, timeout) -> {
            if (function.equals("a")) {
                waiting.await();
                throw new InvocationFailed("Wrong", "a");
            }
            waiting.countDown();
            new CountDownLatch(1).await();
            return "{}";
        });

        assertThat(result.error()).isEqualTo("Wrong");
        assertThat(told)
                .extracting(event -> event.type().apiName())
                .contains("TaskStateAborted")
                .endsWith("ParallelStateFailed", "ExecutionFailed");
    }

    @Test
    void anInterruptAbortsTheWholeExecution() {
        Thread caller = Thread.currentThread();
        CountDownLatch waiting = new CountDownLatch(1);

        ExecutionResult result = run((function, payload, timeout) -> {
            if (function.equals("a")) {
                waiting.await();
                caller.interrupt();
            }
            waiting.countDown();
            new CountDownLatch(1).await();
            return "{}";
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(told)
                .extracting(event -> event.type().apiName())
                .endsWith("TaskStateAborted", "TaskStateAborted", "ParallelStateAborted", "ExecutionAborted");
    }

    @Test
    void noMoreIterationsRunAtOnceThanMaxConcurrencySays() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);

        ExecutionResult result = run(
                "\"Type\":\"Map\",\"Items\":[1,2,3,4,5,6,7,8,9],\"MaxConcurrency\":3,\"ItemProcessor\":" + branch("a")
                        + ",\"End\":true",
                (function, payload, timeout) -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    try {
                        three.await();
                    } catch (BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        running.decrementAndGet();
                    }
                    return "1";
                });

        assertThat(result.output()).isEqualTo("[1,1,1,1,1,1,1,1,1]");
        assertThat(most.get()).isEqualTo(3);
    }
}
