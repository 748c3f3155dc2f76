package candor.statemachine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Calls handlers in this process, bytes in and bytes out, each call on a thread of its own. A handler that outlives its time
 * is interrupted and no longer waited for; like Lambda's, its late work must do no harm.
 */
public final class HandlerInvoker implements Invoker {

    private final Map<String, LocalFunction> functions;
    private final InstantSource clock;
    private final Supplier<String> requestIds;
    private final BiConsumer<String, String> log;
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

    /**
     * @param functions by what a Task's FunctionName says
     * @param clock for the remaining time that a handler is told
     * @param requestIds a new one for each call
     * @param log takes function name and line
     */
    public HandlerInvoker(
            Map<String, LocalFunction> functions,
            InstantSource clock,
            Supplier<String> requestIds,
            BiConsumer<String, String> log) {
        this.functions = Map.copyOf(functions);
        this.clock = clock;
        this.requestIds = requestIds;
        this.log = log;
    }

    @Override
    public String invoke(String functionName, String payload, Duration timeout)
            throws InvocationFailed, InterruptedException {
        LocalFunction function = functions.get(functionName);
        if (function == null) {
            throw LambdaError.of("Lambda.ResourceNotFoundException", "Function not found: " + functionName);
        }
        boolean taskFirst = timeout.compareTo(function.timeout()) < 0;
        Duration allowed = taskFirst ? timeout : function.timeout();
        String requestId = requestIds.get();
        LocalContext context = new LocalContext(
                function, functionName, requestId, clock.instant().plus(function.timeout()), clock, log);
        FutureTask<String> call = new FutureTask<>(() -> handle(function, payload, context));
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("function " + function.name())
                .unstarted(() -> {
                    call.run();
                    busy.remove(Thread.currentThread());
                });
        busy.add(thread);
        thread.start();
        try {
            return call.get(allowed.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw LambdaError.of(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw taskFirst ? InvocationFailed.timedOut() : functionTimedOut(function, requestId);
        } finally {
            call.cancel(true);
        }
    }

    /**
     * Waits for handlers that nobody waits for any more, as those of a branch that was given up, so that none still writes
     * when this returns; for each at most so long.
     */
    public void settle(Duration atMost) throws InterruptedException {
        for (Thread thread : busy) {
            thread.join(atMost);
        }
    }

    private static String handle(LocalFunction function, String payload, LocalContext context) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handler()
                .handleRequest(new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), answer, context);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static InvocationFailed functionTimedOut(LocalFunction function, String requestId) {
        String seconds = String.format(Locale.ROOT, "%.2f", function.timeout().toMillis() / 1000.0);
        return LambdaError.of(
                "Sandbox.Timedout", "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
    }
}
