package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with {@code --stack}: they tell of a deployed stack as they tell of the home. */
class StackCommandsTest {

    private static final String STARTED = "{\"id\":1,\"previousEventId\":0,\"timestamp\":1777069800,"
            + "\"type\":\"ExecutionStarted\",\"executionStartedEventDetails\":{\"input\":\"{}\"}}";
    private static final String ENTERED = "{\"id\":2,\"previousEventId\":0,\"timestamp\":1777069801,"
            + "\"type\":\"TaskStateEntered\",\"stateEnteredEventDetails\":{\"name\":\"Ingest\",\"input\":\"{}\"}}";
    private static final String EXITED = "{\"id\":3,\"previousEventId\":2,\"timestamp\":1777069803.5,"
            + "\"type\":\"TaskStateExited\",\"stateExitedEventDetails\":{\"name\":\"Ingest\","
            + "\"output\":\"{\\\"summary\\\":\\\"5,879 bars\\\"}\"}}";
    private static final String FAILED = "{\"id\":3,\"previousEventId\":2,\"timestamp\":1777069803,"
            + "\"type\":\"TaskFailed\",\"taskFailedEventDetails\":{\"error\":\"candor.E\","
            + "\"cause\":\"{\\\"errorMessage\\\":\\\"no bars\\\"}\"}}";

    @TempDir
    private Path folder;

    private CloudServer cloud;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        cloud = new CloudServer();
        terminal = new Terminal(folder.resolve("home"), folder)
                .with("AWS_ACCESS_KEY_ID", "id")
                .with("AWS_SECRET_ACCESS_KEY", "secret")
                .with("USER", "ann");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private Terminal.Answer type(String... words) {
        return terminal.type(
                Stream.concat(Stream.of(words), Stream.of("--stack", "candor", "--endpoint-url", cloud.url()))
                        .toArray(String[]::new));
    }

    private static String history(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    @Test
    void executionsAreListedAsThoseOfTheHome() {
        cloud.on(
                        "ListExecutions",
                        200,
                        "{\"executions\":[{\"executionArn\":\"a\",\"name\":\"daily\",\"stateMachineArn\":\"m\","
                                + "\"status\":\"SUCCEEDED\",\"startDate\":1}]}")
                .execution("daily", "SUCCEEDED", ",\"stopDate\":1777069812.5");

        Terminal.Answer answer = type("executions");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out().lines())
                .containsExactly(
                        "RUN                      STATUS     STARTED                    TIME  INPUT",
                        "daily                    SUCCEEDED  2026-04-24T22:30:00Z     12.5 s  {\"symbol\":\"STX\"}");
        assertThat(type("executions", "--json").out())
                .isEqualTo("{\"name\":\"daily\",\"status\":\"SUCCEEDED\",\"startDate\":\"2026-04-24T22:30:00Z\","
                        + "\"stopDate\":\"2026-04-24T22:30:12.500Z\",\"input\":\"{\\\"symbol\\\":\\\"STX\\\"}\","
                        + "\"redriveCount\":0}\n");
    }

    @Test
    void aHistoryIsShownAsOneOfTheHome() {
        cloud.execution("daily", "FAILED", ",\"stopDate\":1777069803")
                .on("GetExecutionHistory", 200, history(STARTED, ENTERED, FAILED));

        Terminal.Answer answer = type("executions", "daily");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("daily  FAILED  started 2026-04-24T22:30:00Z  3.0 s  redrives 0")
                .contains("   2    0     1.000 s  TaskStateEntered         Ingest")
                .contains("   3    2     3.000 s  TaskFailed                E: no bars");
        assertThat(type("executions", "daily", "--json").out().lines()).hasSize(3);
    }

    @Test
    void aRunIsWatchedToItsEnd() {
        cloud.execution("daily", "RUNNING", "")
                .execution("daily", "RUNNING", "")
                .execution("daily", "SUCCEEDED", ",\"stopDate\":1777069804")
                .on("GetExecutionHistory", 200, history(STARTED, ENTERED))
                .on("GetExecutionHistory", 200, history(STARTED, ENTERED, EXITED));

        Terminal.Answer answer = type("watch", "daily");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("Execution daily", "  Ingest        2.5 s  5,879 bars");
        assertThat(answer.err().lines().filter(line -> line.contains("5,879 bars")))
                .hasSize(1);
        assertThat(answer.out()).isEqualTo("daily  SUCCEEDED\n");
    }

    @Test
    void aWatchedRunThatFailsSaysWhyAndHowToGoOn() {
        cloud.execution(
                        "daily",
                        "FAILED",
                        ",\"stopDate\":1777069803,\"cause\":\"{\\\"errorMessage\\\":\\\"no bars\\\"}\"")
                .on("GetExecutionHistory", 200, history(STARTED, ENTERED, FAILED));

        Terminal.Answer answer = type("watch", "daily");

        assertThat(answer.status()).isEqualTo(Failures.FAILED);
        assertThat(answer.err())
                .contains(
                        "failed: no bars",
                        "candor: the run FAILED: no bars",
                        "./candor redrive daily --stack candor --endpoint-url " + cloud.url());
    }

    @Test
    void aRunIsStartedThereAndFollowed() {
        cloud.on("StartExecution", 200, "{\"executionArn\":\"a\",\"startDate\":1777069800}")
                .execution("any", "SUCCEEDED", ",\"stopDate\":1777069804")
                .on("GetExecutionHistory", 200, history(STARTED, ENTERED, EXITED));

        Terminal.Answer answer = type("run", "STX", "--as-of", "2026-04-24", "--from", "evaluate");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("  Ingest        2.5 s  5,879 bars");
        assertThat(cloud.asked())
                .anySatisfy(
                        asked -> assertThat(asked)
                                .startsWith("StartExecution ")
                                .contains(
                                        "{\\\"symbol\\\":\\\"STX\\\",\\\"asOf\\\":\\\"2026-04-24\\\",\\\"refreshFrom\\\":\\\"evaluate\\\"}"));
    }

    @Test
    void whatIsTheStacksOwnIsNotAskedOfARunThere() {
        assertThat(type("run", "STX", "--out", "out").err()).contains("--out DIR copies its files");
        assertThat(type("run", "STX", "--require-approval").err()).contains("RequireApproval=true");
        assertThat(cloud.asked()).noneMatch(asked -> asked.startsWith("StartExecution"));
    }

    @Test
    void aRedriveTellsOnlyWhatIsNew() {
        cloud.execution("daily", "SUCCEEDED", ",\"stopDate\":1777069900")
                .on("RedriveExecution", 200, "{\"redriveDate\":1}")
                .on("GetExecutionHistory", 200, history(STARTED, ENTERED, FAILED))
                .on(
                        "GetExecutionHistory",
                        200,
                        history(
                                STARTED,
                                ENTERED,
                                FAILED,
                                "{\"id\":4,\"previousEventId\":3,\"timestamp\":1777069850,\"type\":\"ExecutionRedriven\"}"));

        Terminal.Answer answer = type("redrive", "daily");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("redriven: states that are done are not run again")
                .doesNotContain("no bars");
        assertThat(cloud.asked()).anyMatch(question -> question.startsWith("RedriveExecution "));
    }

    @Test
    void aProposalIsAnsweredByTheTokenOfTheTaskThatWaits() {
        cloud.execution("daily", "RUNNING", "")
                .on("SendTaskSuccess", 200, "{}")
                .on("GetExecutionHistory", 200, history(STARTED, """
                        {"id":2,"previousEventId":0,"timestamp":1777069801,"type":"TaskScheduled","taskScheduledEventDetails":
                         {"parameters":"{\\"Payload\\":{\\"approval\\":{\\"decision\\":\\"required\\",\\"token\\":\\"AAAA\\"}}}"}},
                        {"id":3,"previousEventId":2,"timestamp":1777069802,"type":"TaskSubmitted","taskSubmittedEventDetails":
                         {"output":"{\\"Payload\\":{\\"summary\\":\\"ridge + logHarL proposed at 1 session\\"}}"}}"""));

        Terminal.Answer answer = type("approve", "daily", "--reject", "--reason", "too soon");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains(
                        "Rejected by ann: ridge + logHarL proposed at 1 session",
                        "./candor watch daily --stack candor");
        assertThat(cloud.asked())
                .last()
                .asString()
                .startsWith("SendTaskSuccess ")
                .contains("\"taskToken\":\"AAAA\"")
                .contains("{\\\"decision\\\":\\\"rejected\\\",\\\"by\\\":\\\"ann\\\","
                        + "\\\"decided\\\":\\\"2026-04-25T08:00:00Z\\\",\\\"reason\\\":\\\"too soon\\\"}");
    }

    @Test
    void whoDoesNotWaitIsNotAnswered() {
        cloud.execution("daily", "RUNNING", "").on("GetExecutionHistory", 200, history(STARTED, ENTERED));
        assertRefused(type("approve", "daily"), "does not wait for an answer");
        assertRefused(type("approve", "daily", "--json"), "--json is about a run of this machine");
        assertRefused(type("redrive", "daily", "--out", "x"), "--out x is about a run of this machine");
    }

    @Test
    void whatIsWrongIsToldWithTheRemedy() throws IOException {
        assertRefused(terminal.type("executions", "--region", "eu-west-1"), "name it with --stack");
        assertRefused(terminal.type("executions", "--stack", "candor"), "no region is given; say --region");
        assertRefused(terminal.type("executions", "--limit", "0"), "give at least 1");
        cloud.on("DescribeExecution", 400, "{\"__type\":\"x#ExecutionDoesNotExist\",\"message\":\"m\"}");
        assertRefused(type("executions", "nosuch"), "no execution 'nosuch' in the stack");
        assertRefused(type("watch", "nosuch"), "no execution 'nosuch'");
        cloud.close();
        cloud = new CloudServer();
        Terminal stranger = new Terminal(folder.resolve("home"), folder).with("AWS_EC2_METADATA_DISABLED", "true");
        assertRefused(
                stranger.type("executions", "--stack", "candor", "--endpoint-url", cloud.url()),
                "no credentials of AWS are found; set AWS_ACCESS_KEY_ID");
        cloud.close();
        Terminal.Answer nobody = type("executions");
        assertThat(nobody.status()).isEqualTo(Failures.FAILED);
        assertThat(nobody.err()).contains("cloudformation does not answer").doesNotContain("\tat ");
    }

    private static void assertRefused(Terminal.Answer answer, String told) {
        assertThat(answer.status()).as(answer.err()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains(told).doesNotContain("\tat ");
    }

    @Test
    void doctorSaysThatAProviderRefusedTheStackAndWhatToDo() {
        cloud.on(
                        "ListExecutions",
                        200,
                        "{\"executions\":[{\"executionArn\":\"b\",\"name\":\"second\",\"stateMachineArn\":\"m\","
                                + "\"status\":\"FAILED\",\"startDate\":2},{\"executionArn\":\"a\",\"name\":\"first\","
                                + "\"stateMachineArn\":\"m\",\"status\":\"SUCCEEDED\",\"startDate\":1}]}")
                .execution(
                        "second",
                        "FAILED",
                        ",\"stopDate\":1777069812.5,\"error\":\"candor.store.failure.RateLimited\","
                                + "\"cause\":\"{\\\"errorMessage\\\":\\\"yahoo asks to come back later\\\"}\"")
                .execution("first", "SUCCEEDED", ",\"stopDate\":1777069802.5");

        Terminal.Answer answer = type("doctor");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out().lines())
                .anyMatch(line -> line.matches("ok +stack +candor is deployed"))
                .anyMatch(line -> line.matches("info +sources +inbox,yahoo"))
                .anyMatch(line ->
                        line.matches("info +tiingo +has no token: set the stack's parameter TiingoTokenSecret.*"))
                .anyMatch(line -> line.matches("ok +runs +first succeeded; it started 2026-04-24T22:30:00Z"))
                .anyMatch(
                        line -> line.matches("LACKS +runs +the last one, second, ended FAILED with candor.*RateLimited:"
                                + " yahoo asks to come back later; .*"))
                .anyMatch(line -> line.matches("LACKS +prices +Providers reject requests from clouds now and then.*"
                        + "inbox/STX.csv; then continue with ./candor redrive second --stack candor .*"));
    }

    @Test
    void doctorOfAStackWhoseLastRunSucceededIsContent() {
        cloud.on(
                        "ListExecutions",
                        200,
                        "{\"executions\":[{\"executionArn\":\"a\",\"name\":\"daily\",\"stateMachineArn\":\"m\","
                                + "\"status\":\"SUCCEEDED\",\"startDate\":1}]}")
                .execution("daily", "SUCCEEDED", ",\"stopDate\":1777069812.5");

        Terminal.Answer answer = type("doctor");

        assertThat(answer.status()).as(answer.out()).isZero();
        assertThat(answer.out()).doesNotContain("LACKS");
    }

    private CloudServer succeeded() {
        return cloud.on(
                        "ListExecutions",
                        200,
                        "{\"executions\":[{\"executionArn\":\"a\",\"name\":\"daily\",\"stateMachineArn\":\"m\","
                                + "\"status\":\"SUCCEEDED\",\"startDate\":1}]}")
                .execution("daily", "SUCCEEDED", ",\"stopDate\":1777069812.5");
    }

    @Test
    void doctorSaysWhatAStacksPartsLackAndWhatToDo() {
        succeeded().parts().mailbox("PendingConfirmation").alarm("ALARM").predict("Inactive");

        Terminal.Answer answer = type("doctor");

        assertThat(answer.status()).as(answer.out()).isEqualTo(Failures.FAILED);
        assertThat(answer.out().lines())
                .anyMatch(line -> line.matches("LACKS +mail +ann@example.com has not confirmed: open the mail .*"))
                .anyMatch(line -> line.matches("ok +schedule +starts a run by itself"))
                .anyMatch(line -> line.matches("LACKS +api +its function is Inactive .*"))
                .anyMatch(
                        line -> line.matches("LACKS +alarms +candor-run-failed rings. A run failed. Repair the cause."))
                .anyMatch(line -> line.matches("ok +limits +1000 functions may run at a time in us-east-1"));
    }

    @Test
    void doctorIsContentWithPartsThatAreWell() {
        succeeded().parts().mailbox("arn:aws:sns:x").alarm("OK").predict("Active");

        Terminal.Answer answer = type("doctor");

        assertThat(answer.status()).as(answer.out()).isZero();
        assertThat(answer.out().lines())
                .anyMatch(line -> line.matches("ok +mail +ann@example.com is notified"))
                .anyMatch(line -> line.matches("ok +api +its function starts from a snapshot"))
                .anyMatch(line -> line.matches("ok +alarms +none of 1 rings"));
    }

    /**
     * A list was named on the command line of one deployment, and the next one, by the file that {@code sam deploy --guided}
     * had written with an empty {@code Universe}, took it away without a word.
     */
    @Test
    void doctorSaysWhatTheNextDeploymentWouldChange() throws IOException {
        succeeded().parts().mailbox("arn:aws:sns:x").alarm("OK").predict("Active");
        Files.writeString(folder.resolve("samconfig.toml"), """
                version = 0.1
                [default.global.parameters]
                stack_name = "candor"
                [default.deploy.parameters]
                parameter_overrides = "Universe=\\"\\" Sources=\\"inbox,tiingo\\" Symbol=STX"
                [dev.deploy.parameters]
                stack_name = "candor-dev"
                parameter_overrides = "Sources=inbox"
                """);

        assertThat(type("doctor").out().lines())
                .anyMatch(line ->
                        line.matches("info +config +the next 'sam deploy' by samconfig.toml \\(default\\) changes"
                                + " Sources from 'inbox,yahoo' to 'inbox,tiingo', Symbol from '' to 'STX'; .*"))
                .anyMatch(
                        line -> line.matches("info +list +the schedule runs one symbol, and a list ran last on 2026.*"))
                .noneMatch(line -> line.contains("(dev)"));
    }
}
