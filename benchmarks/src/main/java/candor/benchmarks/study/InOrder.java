package candor.benchmarks.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Independent work on several threads whose results come in the order of the items, however many threads there are. */
final class InOrder {

    private InOrder() {}

    private static final class Counter {

        private final IntConsumer told;
        private int count;

        Counter(IntConsumer told) {
            this.told = told;
        }

        synchronized void count() {
            count++;
            told.accept(count);
        }
    }

    /**
     * The result for each item. Where one fails, what has not begun is left and the first failure is thrown.
     *
     * @param threads &ge; 1
     * @param done told how many are finished, one after the other
     */
    static <T, R> List<R> map(List<T> items, int threads, Function<T, R> work, IntConsumer done) {
        Counter finished = new Counter(done);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(pool.submit(() -> {
                    R result = work.apply(item);
                    finished.count();
                    return result;
                }));
            }
            try {
                return results(futures);
            } catch (RuntimeException | Error failure) {
                pool.shutdownNow();
                throw failure;
            }
        }
    }

    private static <R> List<R> results(List<Future<R>> futures) {
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failure.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }
        return results;
    }
}
