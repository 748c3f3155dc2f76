// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.pipeline.universe.SymbolOutcome;
import candor.pipeline.universe.SymbolOutcome.Status;
import candor.statemachine.Invoker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the symbols of a list in this process, some at once. Each worker opens the pipeline once and runs one symbol after the
 * other, so that a list takes the memory of its workers, however long it is. Ctrl-C stops the symbols that are running, where
 * each can be redriven, and starts no other; this is closed when the result is printed.
 */
public final class ListRun implements AutoCloseable {

    private static final Duration LATE_WORK = Duration.ofSeconds(10);
    private static final String STOPPED = "the list was stopped";
    private static final String INGEST = "IngestFunction";

    private final Home home;
    private final Surroundings surroundings;
    private final RunTerms terms;
    private final StopSignal stopSignal;

    /** Why no further symbol is started; empty while they are. */
    private volatile String stopped = "";

    /** Providers are asked for one symbol at a time. */
    private final ReentrantLock asking = new ReentrantLock();

    public ListRun(Home home, Surroundings surroundings, RunTerms terms) {
        this.home = home;
        this.surroundings = surroundings;
        this.terms = terms;
        this.stopSignal = new StopSignal(Thread.currentThread(), LATE_WORK);
    }

    /**
     * Runs them all, to the end or until somebody stops them.
     *
     * @param name what the executions have in common
     * @param jobs how many symbols at once, at least 1
     * @return an outcome for each task, in their order
     */
    public List<SymbolOutcome> run(String name, List<SymbolTask> tasks, int jobs) {
        Work work = new Work(name, tasks, new ListProgress(surroundings, tasks.size()));
        int workers = Math.min(jobs, tasks.size());
        CountDownLatch busy = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            Thread.ofPlatform().name("symbols " + (i + 1)).start(() -> work(work, busy));
        }
        await(busy);
        RuntimeException broken = work.broken.get();
        if (broken != null && work.ended.get() == 0) {
            throw broken;
        }
        return outcomes(work);
    }

    /** What the workers share. */
    private static final class Work {

        private final String name;
        private final List<SymbolTask> tasks;
        private final ListProgress progress;
        private final AtomicReferenceArray<SymbolOutcome> outcomes;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

        Work(String name, List<SymbolTask> tasks, ListProgress progress) {
            this.name = name;
            this.tasks = tasks;
            this.progress = progress;
            this.outcomes = new AtomicReferenceArray<>(tasks.size());
        }
    }

    private void work(Work work, CountDownLatch busy) {
        ListProgress.Slot slot = work.progress.slot();
        try (LocalPipeline pipeline = LocalPipeline.open(home, surroundings, slot, this::politely)) {
            SymbolRun run = new SymbolRun(pipeline, surroundings, new StageLogs(home.logs()), terms, work.name);
            int task = work.next.getAndIncrement();
            while (task < work.tasks.size() && stopped.isEmpty()) {
                one(work, task, run, slot);
                task = work.next.getAndIncrement();
            }
            // The message comes now; the pipeline may still have to wait for late work.
            busy.countDown();
        } catch (RuntimeException e) {
            work.broken.compareAndSet(null, e);
            stop(String.valueOf(e.getMessage()));
            busy.countDown();
        }
    }

    private void one(Work work, int place, SymbolRun run, ListProgress.Slot slot) {
        SymbolTask task = work.tasks.get(place);
        slot.begins(task.symbol());
        SymbolOutcome outcome = run.of(task);
        if (SymbolRun.STOPPED.equals(outcome.error())) {
            // Ctrl-C, or a provider that asked to come back later: nothing else would end better now.
            stop(Objects.requireNonNullElse(outcome.reason(), STOPPED));
        }
        work.outcomes.set(place, outcome);
        work.ended.incrementAndGet();
        slot.ends(outcome);
    }

    /** The first reason counts. */
    private synchronized void stop(String why) {
        if (stopped.isEmpty()) {
            stopped = why;
        }
    }

    private Invoker politely(Invoker invoker) {
        return (function, payload, timeout) -> {
            if (!function.equals(INGEST)) {
                return invoker.invoke(function, payload, timeout);
            }
            asking.lockInterruptibly();
            try {
                return invoker.invoke(function, payload, timeout);
            } finally {
                asking.unlock();
            }
        };
    }

    /** Waits for what is running also when this thread is interrupted: each worker has a signal of its own. */
    private void await(CountDownLatch busy) {
        while (true) {
            try {
                busy.await();
                return;
            } catch (InterruptedException e) {
                stop(STOPPED);
            }
        }
    }

    private List<SymbolOutcome> outcomes(Work work) {
        List<SymbolOutcome> all = new ArrayList<>();
        for (int i = 0; i < work.tasks.size(); i++) {
            SymbolOutcome outcome = work.outcomes.get(i);
            all.add(outcome == null ? notStarted(work.tasks.get(i)) : outcome);
        }
        return all;
    }

    private SymbolOutcome notStarted(SymbolTask task) {
        return new SymbolOutcome(
                task.symbol(),
                task.entry().source(),
                task.entry().asOf(),
                task.place(surroundings),
                Status.NOT_STARTED,
                null,
                null,
                stopped,
                null,
                null);
    }

    @Override
    public void close() {
        stopSignal.close();
    }
}
