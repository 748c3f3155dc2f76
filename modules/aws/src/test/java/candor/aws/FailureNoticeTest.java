package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.market.Symbol;
import candor.store.run.ExecutionOutcome;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked and sent when an execution failed: its history, and a message to the topic. */
class FailureNoticeTest {

    private static final String TOPIC = "arn:aws:sns:eu-west-2:123456789012:candor-Alarms";
    private static final ExecutionOutcome FAILED = new ExecutionOutcome(
            "daily",
            "arn:aws:states:eu-west-2:123456789012:execution:Pipeline:daily",
            "FAILED",
            Symbol.of("STX"),
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            "E",
            "c");

    private final List<String> notices = new ArrayList<>();
    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        aws = new FakeAws();
    }

    @AfterEach
    void stop() {
        aws.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private FailedState failedState() {
        return new FailedState(
                Map.of(
                        "AWS_REGION",
                        "eu-west-2",
                        "AWS_ENDPOINT_URL",
                        aws.endpoint().toString()),
                notices::add);
    }

    @Test
    void theStateThatFailedIsTheOneThatTheLastEventStandsIn() {
        aws.on("GetExecutionHistory", 200, """
                {"events":[{"id":9,"previousEventId":8,"timestamp":3,"type":"ExecutionFailed","executionFailedEventDetails":{}},
                 {"id":8,"previousEventId":7,"timestamp":3,"type":"TaskFailed","taskFailedEventDetails":{"error":"E"}},
                 {"id":7,"previousEventId":4,"timestamp":2,"type":"TaskScheduled"},
                 {"id":6,"previousEventId":5,"timestamp":2,"type":"TaskStateExited","stateExitedEventDetails":{"name":"Explore"}},
                 {"id":5,"previousEventId":2,"timestamp":1,"type":"TaskStateEntered","stateEnteredEventDetails":{"name":"Explore"}},
                 {"id":4,"previousEventId":2,"timestamp":1,"type":"TaskStateEntered","stateEnteredEventDetails":{"name":"Features"}}]}""");

        assertThat(failedState().apply(FAILED)).contains("Features");
        assertThat(aws.questions().getFirst().json().path("reverseOrder").booleanValue())
                .isTrue();
        assertThat(aws.questions().getFirst().authorization()).contains("/eu-west-2/states/aws4_request");
    }

    @Test
    void whereTheHistoryIsNotToldNothingIsLostButTheState() {
        aws.on("GetExecutionHistory", 400, "{\"__type\":\"x#AccessDeniedException\"}");

        assertThat(failedState().apply(FAILED)).isEmpty();
        assertThat(notices).singleElement().asString().contains("AccessDeniedException");
    }

    @Test
    void aMessageIsPublished() {
        aws.on(
                "Publish",
                200,
                "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>");

        Topic.from(
                        Map.of(
                                "CANDOR_TOPIC",
                                TOPIC,
                                "AWS_ENDPOINT_URL",
                                aws.endpoint().toString()),
                        "candor run failed")
                .orElseThrow()
                .accept("run daily of STX ended FAILED: é & so on");

        FakeAws.Question question = aws.questions().getFirst();
        assertThat(URLDecoder.decode(question.body(), UTF_8))
                .contains(
                        "TopicArn=" + TOPIC,
                        "Subject=candor run failed",
                        "Message=run daily of STX ended FAILED: é & so on");
        assertThat(question.authorization()).contains("/eu-west-2/sns/aws4_request");
    }

    @Test
    void withoutATopicNobodyIsReached() {
        assertThat(Topic.from(Map.of(), "s")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topic.from(Map.of("CANDOR_TOPIC", "alarms"), "s"))
                .withMessageContaining("CANDOR_TOPIC is 'alarms'; set it to the ARN of an SNS topic");
    }
}
