package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionSummary;
import candor.store.run.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack and its executions, asked over the wire protocols of CloudFormation and Step Functions. */
class DeployedStackTest {

    private static final String MACHINE = "arn:aws:states:eu-west-2:123456789012:stateMachine:Pipeline-Ab12";
    private static final String STACKS = """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>
            <member><StackName>candor</StackName><Outputs>
              <member><OutputKey>Bucket</OutputKey><OutputValue>candor-store</OutputValue></member>
              <member><OutputKey>StateMachine</OutputKey><Description>d</Description><OutputValue>%s</OutputValue></member>
            </Outputs><Parameters>
              <member><ParameterKey>Sources</ParameterKey><ParameterValue>inbox,yahoo</ParameterValue></member>
              <member><ParameterKey>TiingoTokenSecret</ParameterKey><ParameterValue></ParameterValue></member>
            </Parameters></member></Stacks></DescribeStacksResult></DescribeStacksResponse>""".formatted(MACHINE);

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws().on("DescribeStacks", 200, STACKS);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private DeployedStack stack(String... environment) {
        Map<String, String> around = environment.length == 0
                ? Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret")
                : Map.of(environment[0], environment[1]);
        return DeployedStack.find(
                StackAddress.of("candor", "eu-west-2", aws.endpoint().toString(), around, Path.of("no-such-home")));
    }

    private StepFunctions executions() {
        return stack().executions();
    }

    private static String described(String name, String status, String rest) {
        return "{\"name\":\"" + name + "\",\"executionArn\":\"" + MACHINE.replace("stateMachine", "execution") + ":"
                + name + "\",\"status\":\"" + status + "\",\"startDate\":1777069800.142,\"redriveCount\":1,"
                + "\"input\":\"{\\\"symbol\\\":\\\"STX\\\"}\"" + rest + "}";
    }

    @Test
    void stackIsFoundByItsOutputsWithASignedQuestion() {
        assertThat(executions()).isNotNull();
        FakeAws.Question question = aws.questions().getFirst();
        assertThat(question.body()).contains("Action=DescribeStacks", "StackName=candor", "Version=2010-05-15");
        assertThat(question.authorization())
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/eu-west-2/cloudformation/aws4_request");
    }

    @Test
    void parametersAreReadAndAnEmptyOneIsNone() {
        assertThat(stack().parameter("Sources")).hasValue("inbox,yahoo");
        assertThat(stack().parameter("TiingoTokenSecret")).isEmpty();
        assertThat(stack().parameter("Other")).isEmpty();
    }

    @Test
    void stackThatIsNotThereIsToldWithTheRemedy() {
        refuse(400, "ValidationError", "Stack with id candor does not exist");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(this::stack)
                .withMessageContaining("the stack candor in eu-west-2: there is no such stack; deploy it");
    }

    @Test
    void stackOfAnotherKindIsNamedByWhatItLacks() {
        aws.close();
        try (FakeAws other = new FakeAws().on("DescribeStacks", 200, STACKS.replace(">StateMachine<", ">Website<"))) {
            aws = other;
            assertThatExceptionOfType(RequestRefused.class)
                    .isThrownBy(this::executions)
                    .withMessageContaining("no output 'StateMachine', only [Bucket, Website]");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|AccessDenied|is not authorized to perform: cloudformation:DescribeStacks|access denied; is not",
                "403|InvalidClientTokenId|The security token is invalid|does not accept the credentials (InvalidClient",
                "403|ExpiredToken|expired|export-credentials",
                "400|ValidationError|bad|rejected (status 400, ValidationError: bad)"
            })
    void refusalIsTold(int status, String code, String message, String told) {
        refuse(status, code, message);
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(this::stack).withMessageContaining(told);
    }

    @Test
    void withoutCredentialsTheRemedyIsTold() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> stack("AWS_EC2_METADATA_DISABLED", "true"))
                .withMessageContaining("no credentials of AWS are found; set AWS_ACCESS_KEY_ID");
        assertThat(aws.questions()).isEmpty();
    }

    @Test
    void whatMayPassIsToldAsSuch() {
        refuse(503, "ServiceUnavailable", "m");
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::stack);
        aws.close();
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(this::stack)
                .withMessageContaining("cloudformation does not answer at http://127.0.0.1")
                .withMessageContaining("--endpoint-url");
    }

    @Test
    void listsTheLatestOverAllPages() {
        aws.on("ListExecutions", 200, page("a", ",\"nextToken\":\"next\""))
                .on("ListExecutions", 200, page("b", ""))
                .on("DescribeExecution", 200, described("a", "RUNNING", ""))
                .on(
                        "DescribeExecution",
                        200,
                        described("b", "FAILED", ",\"stopDate\":1777070081,\"error\":\"E\",\"cause\":\"c\""));

        assertThat(executions().latest(2))
                .containsExactly(
                        new ExecutionSummary(
                                "a",
                                "RUNNING",
                                Instant.ofEpochMilli(1777069800142L),
                                null,
                                "{\"symbol\":\"STX\"}",
                                null,
                                null,
                                1),
                        new ExecutionSummary(
                                "b",
                                "FAILED",
                                Instant.ofEpochMilli(1777069800142L),
                                Instant.ofEpochSecond(1777070081),
                                "{\"symbol\":\"STX\"}",
                                "E",
                                "c",
                                1));
        assertThat(aws.questions("ListExecutions")
                        .getLast()
                        .json()
                        .path("nextToken")
                        .stringValue())
                .isEqualTo("next");
    }

    private static String page(String name, String rest) {
        return "{\"executions\":[{\"executionArn\":\"arn:" + name + "\",\"name\":\"" + name
                + "\",\"stateMachineArn\":\"m\",\"status\":\"RUNNING\",\"startDate\":1}]" + rest + "}";
    }

    @Test
    void readsTheHistoryOverAllPagesAsTheApiTellsIt() {
        aws.on("GetExecutionHistory", 200, """
                        {"events":[{"id":1,"previousEventId":0,"timestamp":1777069800.142,"type":"TaskStateEntered",
                         "stateEnteredEventDetails":{"name":"AwaitApproval","input":"{}","inputDetails":{"truncated":false}}},
                         {"id":2,"previousEventId":1,"timestamp":1777069801,"type":"TaskScheduled","taskScheduledEventDetails":
                         {"resourceType":"lambda","resource":"invoke.waitForTaskToken","region":"r","timeoutInSeconds":57600,
                          "parameters":"{\\"Payload\\":{\\"approval\\":{\\"token\\":\\"AAAA\\"}}}"}}],"nextToken":"n"}""").on("GetExecutionHistory", 200, """
                        {"events":[{"id":3,"previousEventId":2,"timestamp":1777069802,"type":"TaskSubmitted",
                         "taskSubmittedEventDetails":{"resourceType":"lambda","resource":"invoke.waitForTaskToken",
                          "output":"{\\"Payload\\":{\\"summary\\":\\"ridge proposed\\"}}"}}]}""");

        var events = executions().events("daily");

        assertThat(events).extracting(ExecutionEvent::id).containsExactly(1L, 2L, 3L);
        assertThat(events.getFirst().json())
                .isEqualTo("{\"timestamp\":\"2026-04-24T22:30:00.142Z\",\"type\":\"TaskStateEntered\",\"id\":1,"
                        + "\"previousEventId\":0,\"stateEnteredEventDetails\":{\"name\":\"AwaitApproval\","
                        + "\"input\":\"{}\",\"inputDetails\":{\"truncated\":false}}}");
        assertThat(ExecutionEvent.parse(events.getFirst().json())).isEqualTo(events.getFirst());
        assertThat(events.get(1).detail("timeoutInSeconds")).contains("57600");
        assertThat(History.waiting(events)).contains(new History.Waiting("AAAA", "ridge proposed"));
        assertThat(History.stateOfLast(events)).contains("AwaitApproval");
        assertThat(aws.questions("GetExecutionHistory")
                        .getFirst()
                        .json()
                        .path("executionArn")
                        .stringValue())
                .isEqualTo("arn:aws:states:eu-west-2:123456789012:execution:Pipeline-Ab12:daily");
    }

    @Test
    void startsRedrivesAndAnswers() {
        aws.on("StartExecution", 200, "{\"executionArn\":\"a\",\"startDate\":1}")
                .on("RedriveExecution", 200, "{\"redriveDate\":1}")
                .on("SendTaskSuccess", 200, "{}");
        StepFunctions executions = executions();

        executions.start("daily", "{\"symbol\":\"STX\"}");
        executions.redrive("daily");
        executions.succeed("AAAA", "{\"decision\":\"approved\"}");

        assertThat(aws.questions("StartExecution")
                        .getFirst()
                        .json()
                        .path("input")
                        .stringValue())
                .isEqualTo("{\"symbol\":\"STX\"}");
        assertThat(aws.questions("RedriveExecution")
                        .getFirst()
                        .json()
                        .path("executionArn")
                        .stringValue())
                .endsWith(":execution:Pipeline-Ab12:daily");
        assertThat(aws.questions("SendTaskSuccess")
                        .getFirst()
                        .json()
                        .path("taskToken")
                        .stringValue())
                .isEqualTo("AAAA");
    }

    @Test
    void whatStepFunctionsRefusesIsToldWithTheWayOn() {
        StepFunctions executions = executions();
        failing("StartExecution", "ExecutionAlreadyExists");
        failing("RedriveExecution", "ExecutionNotRedrivable");
        failing("SendTaskSuccess", "TaskTimedOut");
        failing("DescribeExecution", "ExecutionDoesNotExist");
        failing("GetExecutionHistory", "ExecutionDoesNotExist");
        failing("ListExecutions", "AccessDeniedException");

        refused(() -> executions.start("daily", "{}"), "the name is taken");
        refused(() -> executions.redrive("daily"), "cannot be redriven: only one that failed");
        refused(() -> executions.succeed("t", "{}"), "the task waits no more (told by the test)");
        refused(() -> executions.latest(1), "access denied; told by the test");
        assertThat(executions.find("daily")).isEmpty();
        assertThat(executions.events("daily")).isEmpty();
    }

    /** A stand-in for AWS that could not redrive said 501, and the command told to try again. */
    @Test
    void whatTheAddressCannotDoIsNotToBeTriedAgain() {
        StepFunctions executions = executions();
        failing("RedriveExecution", "NotImplemented", 501);

        refused(() -> executions.redrive("daily"), "status 501");
    }

    private void failing(String operation, String code) {
        failing(operation, code, 400);
    }

    private void failing(String operation, String code, int status) {
        aws.on(
                operation,
                status,
                "{\"__type\":\"com.amazonaws.swf.service.v2.model#" + code + "\",\"message\":\"told by the test\"}");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(call).withMessageContaining(message);
    }

    private void refuse(int status, String code, String message) {
        aws.close();
        try {
            aws = new FakeAws()
                    .on(
                            "DescribeStacks",
                            status,
                            "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                                    + "</Message></Error></ErrorResponse>");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
