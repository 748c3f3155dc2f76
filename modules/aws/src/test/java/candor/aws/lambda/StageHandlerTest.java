package candor.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.market.Symbol;
import candor.pipeline.stage.Stage;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.StageResult;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.NotEnoughHistory;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StageHandlerTest {

    private static final String REQUEST =
            "{\"execution\":\"one\",\"symbol\":\"STX\",\"asOf\":\"2026-04-24\",\"checkpoints\":{}}";

    private final RecordingContext context = new RecordingContext();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void resultIsWrittenAndBothEventsAreLogged() throws IOException {
        StageResult result = new StageResult(
                StageName.TRAIN,
                "STX_2026-04-24_one",
                Symbol.of("STX"),
                LocalDate.of(2026, 4, 24),
                new CheckpointRef("work/train/STX/f/checkpoint.json", "0".repeat(64)),
                true,
                false,
                "found \"done\"");
        handle(REQUEST, request -> {
            assertThat(request.symbol()).isEqualTo(Symbol.of("STX"));
            return result;
        });

        assertThat(Json.readTree(output.toByteArray()).path("runId").stringValue())
                .isEqualTo("STX_2026-04-24_one");
        assertThat(context.lines).hasSize(2);
        JsonNode start = context.line(0);
        assertThat(start.path("event").stringValue()).isEqualTo("start");
        assertThat(start.path("time").stringValue()).isEqualTo("2026-04-24T22:30:00Z");
        JsonNode done = context.line(1);
        assertThat(done.path("event").stringValue()).isEqualTo("done");
        assertThat(done.path("run").stringValue()).isEqualTo("STX_2026-04-24_one");
        assertThat(done.path("stage").stringValue()).isEqualTo("train");
        assertThat(done.path("symbol").stringValue()).isEqualTo("STX");
        assertThat(done.path("reused").booleanValue()).isTrue();
        assertThat(done.path("durationMillis").longValue()).isPositive();
    }

    @Test
    void failurePropagatesAsItIsAndIsLoggedByItsName() {
        NotEnoughHistory failure = new NotEnoughHistory("12 sessions, 504 needed");
        assertThatThrownBy(() -> handle(REQUEST, _ -> {
                    throw failure;
                }))
                .isSameAs(failure);

        JsonNode failed = context.line(1);
        assertThat(failed.path("event").stringValue()).isEqualTo("failed");
        assertThat(failed.path("level").stringValue()).isEqualTo("ERROR");
        assertThat(failed.path("error").stringValue()).isEqualTo("candor.store.failure.NotEnoughHistory");
        assertThat(failed.path("message").stringValue()).isEqualTo("12 sessions, 504 needed");
        assertThat(failed.path("run").stringValue()).isEqualTo("STX_2026-04-24_one");
        assertThat(output.size()).isZero();
    }

    @Test
    void requestWithoutSymbolIsRefusedAndLogged() {
        assertThatThrownBy(() -> handle("{\"execution\":\"one\"}", _ -> {
                    throw new AssertionError("the stage must not run");
                }))
                .isInstanceOf(RequestRefused.class);
        assertThat(context.lines).hasSize(1);
        assertThat(context.line(0).path("stage").stringValue()).isEqualTo("train");
        assertThat(context.line(0).path("error").stringValue()).isEqualTo("candor.store.failure.RequestRefused");
    }

    @Test
    void stageThatHasNothingToDoIsNotRun() throws IOException {
        Stage idle = new Stage() {
            @Override
            public StageName name() {
                return StageName.INGEST;
            }

            @Override
            public Optional<String> nothingToDo(StageRequest request) {
                return Optional.of("a holiday");
            }

            @Override
            public StageResult run(StageRequest request) {
                throw new AssertionError("the stage must not run");
            }
        };
        new TrainHandler(idle).handleRequest(new ByteArrayInputStream(REQUEST.getBytes(UTF_8)), output, context);

        assertThat(Json.readTree(output.toByteArray()).path("nothingToDo").stringValue())
                .isEqualTo("a holiday");
        assertThat(context.line(1).path("event").stringValue()).isEqualTo("nothingToDo");
        assertThat(context.line(1).path("summary").stringValue()).isEqualTo("a holiday");
    }

    @Test
    void runWithoutAsOfIsUnresolved() {
        String request = "{\"execution\":\"one\",\"symbol\":\"STX\"}";
        assertThatThrownBy(() -> handle(request, _ -> {
                    throw new NotEnoughHistory("none");
                }))
                .isInstanceOf(NotEnoughHistory.class);
        assertThat(context.line(0).path("run").stringValue()).isEqualTo("STX_unresolved_one");
    }

    private void handle(String request, Function<StageRequest, StageResult> work) throws IOException {
        Stage stage = new Stage() {
            @Override
            public StageName name() {
                return StageName.TRAIN;
            }

            @Override
            public StageResult run(StageRequest asked) {
                return work.apply(asked);
            }
        };
        new TrainHandler(stage).handleRequest(new ByteArrayInputStream(request.getBytes(UTF_8)), output, context);
    }

    private static final class TrainHandler extends StageHandler {
        TrainHandler(Stage stage) {
            super(stage, new AdvancingClock());
        }
    }

    /** Each look at the clock is 40 ms after the one before. */
    private static final class AdvancingClock extends Clock {

        private Instant next = Instant.parse("2026-04-24T22:30:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plus(Duration.ofMillis(40));
            return now;
        }
    }

    /** A context that keeps what is logged; nothing else of it is asked for. */
    @NullUnmarked
    private static final class RecordingContext implements Context {

        private final List<String> lines = new ArrayList<>();

        JsonNode line(int index) {
            return Json.readTree(lines.get(index).getBytes(UTF_8));
        }

        @Override
        public LambdaLogger getLogger() {
            return new LambdaLogger() {
                @Override
                public void log(String message) {
                    lines.add(message);
                }

                @Override
                public void log(byte[] message) {
                    lines.add(new String(message, UTF_8));
                }
            };
        }

        @Override
        public String getAwsRequestId() {
            return "request";
        }

        @Override
        public String getLogGroupName() {
            return "group";
        }

        @Override
        public String getLogStreamName() {
            return "stream";
        }

        @Override
        public String getFunctionName() {
            return "candor-train";
        }

        @Override
        public String getFunctionVersion() {
            return "1";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn:aws:lambda:eu-central-1:123456789012:function:candor-train";
        }

        @Override
        public CognitoIdentity getIdentity() {
            return null;
        }

        @Override
        public ClientContext getClientContext() {
            return null;
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 1000;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 512;
        }
    }
}
