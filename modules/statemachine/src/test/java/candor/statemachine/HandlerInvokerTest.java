package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.statemachine.expression.JsonText;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Handlers called as Lambda calls them. */
class HandlerInvokerTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<String> log = new ArrayList<>();

    private HandlerInvoker invoker(RequestStreamHandler handler, Duration timeout) {
        return new HandlerInvoker(
                Map.of("arn:f", new LocalFunction("f", handler, timeout, 512)),
                new SteppedPace(),
                () -> "id-1",
                (function, line) -> log.add(function + ": " + line));
    }

    private InvocationFailed failure(RequestStreamHandler handler, Duration function, Duration task) {
        return catchThrowableOfType(
                InvocationFailed.class, () -> invoker(handler, function).invoke("arn:f", "{}", task));
    }

    @Test
    void handsBytesInAndOutAndTellsTheContext() throws Exception {
        String answer = invoker(
                        (in, out, context) -> {
                            context.getLogger().log("began");
                            out.write(in.readAllBytes());
                            out.write((" " + context.getFunctionName() + " " + context.getAwsRequestId() + " "
                                            + context.getRemainingTimeInMillis() + " " + context.getMemoryLimitInMB()
                                            + " " + context.getInvokedFunctionArn())
                                    .getBytes(StandardCharsets.UTF_8));
                        },
                        LONG)
                .invoke("arn:f", "{\"ş\":1}", LONG);

        assertThat(answer).isEqualTo("{\"ş\":1} f id-1 300000 512 arn:f");
        assertThat(log).containsExactly("f: began");
    }

    @Test
    void reportsWhatAHandlerThrowsAsTheJavaRuntimeDoes() {
        InvocationFailed failure = failure(
                (in, out, context) -> {
                    throw new UncheckedIOException("cannot", new IOException("disk"));
                },
                LONG,
                LONG);

        assertThat(failure.error()).isEqualTo("java.io.UncheckedIOException");
        JsonNode cause = JsonText.parse(failure.errorCause());
        assertThat(cause.get("errorMessage").stringValue()).isEqualTo("cannot");
        assertThat(cause.get("errorType").stringValue()).isEqualTo("java.io.UncheckedIOException");
        assertThat(cause.get("stackTrace").get(0).stringValue()).contains("HandlerInvokerTest");
        assertThat(cause.get("cause").get("errorMessage").stringValue()).isEqualTo("disk");
    }

    @Test
    void reportsErrorsToo() {
        InvocationFailed failure = failure(
                (in, out, context) -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                LONG,
                LONG);

        assertThat(failure.error()).isEqualTo("java.lang.OutOfMemoryError");
    }

    @Test
    void theTasksTimeoutIsStepFunctionsAndTheFunctionsIsLambdas() {
        CountDownLatch never = new CountDownLatch(1);
        RequestStreamHandler hangs = (in, out, context) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        assertThat(failure(hangs, LONG, Duration.ofMillis(20)).error()).isEqualTo("States.Timeout");
        InvocationFailed own = failure(hangs, Duration.ofMillis(20), LONG);
        assertThat(own.error()).isEqualTo("Sandbox.Timedout");
        assertThat(own.errorCause()).contains("Task timed out after 0.02 seconds");
    }

    /** A run had ended, and the function of a branch that was given up still wrote into its folder. */
    @Test
    void whatWasGivenUpCanBeWaitedFor() throws InterruptedException {
        CountDownLatch noticed = new CountDownLatch(1);
        Semaphore release = new Semaphore(0);
        AtomicBoolean ended = new AtomicBoolean();
        HandlerInvoker invoker = invoker(
                (in, out, context) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        noticed.countDown();
                        release.acquireUninterruptibly();
                        ended.set(true);
                    }
                },
                Duration.ofMillis(20));

        assertThatThrownBy(() -> invoker.invoke("arn:f", "{}", LONG)).isInstanceOf(InvocationFailed.class);
        noticed.await();
        invoker.settle(Duration.ofMillis(1));
        assertThat(ended).isFalse();
        release.release();
        invoker.settle(LONG);
        assertThat(ended).isTrue();
    }

    @Test
    void anInvocationThatIsGivenUpInterruptsItsHandler() throws InterruptedException {
        Thread caller = Thread.currentThread();
        CountDownLatch interrupted = new CountDownLatch(1);
        RequestStreamHandler hangs = (in, out, context) -> {
            caller.interrupt();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        };

        assertThatThrownBy(() -> invoker(hangs, LONG).invoke("arn:f", "{}", LONG))
                .isInstanceOf(InterruptedException.class);

        interrupted.await();
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void anUnknownFunctionIsNotFound() {
        InvocationFailed failure = catchThrowableOfType(
                InvocationFailed.class,
                () -> invoker((in, out, context) -> {}, LONG).invoke("arn:g", "{}", LONG));

        assertThat(failure.error()).isEqualTo("Lambda.ResourceNotFoundException");
    }
}
