package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.MapRunFiles;
import candor.statemachine.history.PlannedChild;
import candor.statemachine.history.RedriveOutcome;
import candor.statemachine.history.StartOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children of a Distributed Map side by side, each on a thread of its own. */
class ConcurrentChildrenTest {

    @TempDir
    Path home;

    private final SteppedPace pace = new SteppedPace();

    private Runner runner(Invoker invoker) {
        return new Runner(
                invoker,
                (token, time) -> Optional.empty(),
                pace,
                new SplittableRandom(1),
                (execution, event) -> {},
                Runner.concurrentBranches());
    }

    private ExecutionResult run(String map, String input, Invoker invoker) {
        StartOutcome outcome =
                new Executions(home).start(DistributedMachines.standard(map), "run", input, pace.instant());
        try (var journal = ((StartOutcome.Created) outcome).journal()) {
            return runner(invoker).run(journal);
        }
    }

    private ExecutionResult redrive(Invoker invoker) {
        try (var journal = ((RedriveOutcome.Reopened) new Executions(home).redrive("run")).journal()) {
            return runner(invoker).run(journal);
        }
    }

    private List<Optional<ExecutionStatus>> statuses() {
        MapRunFiles run = new Executions(home).mapRuns("run").firstEntry().getValue();
        return run.plan().orElseThrow().stream()
                .map(PlannedChild::name)
                .map(name -> run.children().find(name).map(Execution::status))
                .toList();
    }

    @Test
    void noMoreRunAtOnceThanMaxConcurrencySaysAndTheResultKeepsTheOrder() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);

        ExecutionResult result =
                run("'MaxConcurrency': 3, 'End': true", "[1,2,3,4,5,6,7,8,9]", (function, payload, timeout) -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    try {
                        three.await();
                    } catch (BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        running.decrementAndGet();
                    }
                    return payload;
                });

        assertThat(result.output()).isEqualTo("[1,2,3,4,5,6,7,8,9]");
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void aFailureThatIsNotToleratedStopsThoseThatRun() {
        CountDownLatch waiting = new CountDownLatch(1);

        ExecutionResult result = run("'MaxConcurrency': 2, 'End': true", "[1,2,3]", (function, payload, timeout) -> {
            if (payload.equals("1")) {
                waiting.await();
                throw new InvocationFailed("Wrong", "{}");
            }
            waiting.countDown();
            new CountDownLatch(1).await();
            return payload;
        });

        assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(statuses())
                .containsExactly(
                        Optional.of(ExecutionStatus.FAILED), Optional.of(ExecutionStatus.ABORTED), Optional.empty());
    }

    @Test
    void aStopOfTheParentStopsItsChildrenAndARedriveRunsThem() {
        Thread caller = Thread.currentThread();
        CountDownLatch waiting = new CountDownLatch(2);

        ExecutionResult result = run("'MaxConcurrency': 3, 'End': true", "[1,2,3]", (function, payload, timeout) -> {
            if (payload.equals("1")) {
                waiting.await();
                caller.interrupt();
            }
            waiting.countDown();
            new CountDownLatch(1).await();
            return payload;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(statuses()).containsOnly(Optional.of(ExecutionStatus.ABORTED));
        assertThat(redrive((function, payload, timeout) -> payload).output()).isEqualTo("[1,2,3]");
    }
}
