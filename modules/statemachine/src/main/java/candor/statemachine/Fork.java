package candor.statemachine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Work of one state that is done side by side. The first strand that fails stops the others, and its error is the state's. */
final class Fork {

    /** One of the things done side by side; its output. */
    interface Strand {
        JsonNode walk() throws StateFailed, InterruptedException;
    }

    private final Semaphore places;
    private final List<JsonNode> outputs = new ArrayList<>();
    private final Set<Thread> running = new HashSet<>();
    private @Nullable Throwable failure;

    private Fork(int atOnce) {
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * The outputs in the order of the strands, once all have ended.
     *
     * @param atOnce how many may run at the same time, at least 1
     */
    static List<JsonNode> run(Executor executor, int atOnce, List<Strand> strands)
            throws StateFailed, InterruptedException {
        Fork fork = new Fork(atOnce);
        CountDownLatch open = new CountDownLatch(strands.size());
        strands.forEach(strand -> fork.outputs.add(JsonNodeFactory.instance.nullNode()));
        for (int i = 0; i < strands.size(); i++) {
            int index = i;
            executor.execute(() -> {
                fork.places.acquireUninterruptibly();
                try {
                    fork.walk(index, strands.get(index));
                } finally {
                    fork.places.release();
                    open.countDown();
                }
            });
        }
        fork.await(open);
        return fork.result();
    }

    private void walk(int index, Strand strand) {
        if (!begin()) {
            return;
        }
        try {
            JsonNode output = strand.walk();
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

    /** Until every strand has ended; an interrupt of this thread is handed on to them. */
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

    private synchronized List<JsonNode> result() throws StateFailed, InterruptedException {
        return switch (failure) {
            case null -> List.copyOf(outputs);
            case StateFailed failed -> throw failed;
            case InterruptedException stopped -> throw stopped;
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            default -> throw new IllegalStateException(failure);
        };
    }
}
