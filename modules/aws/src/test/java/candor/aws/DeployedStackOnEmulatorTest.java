package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import candor.store.failure.RequestRefused;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The adapter of Step Functions on a stack that {@code tools/check-localstack} has deployed and run executions of. */
@EnabledIfEnvironmentVariable(
        named = "CANDOR_AWS_STACK",
        matches = ".+",
        disabledReason = "no stack is deployed; tools/check-localstack deploys one and runs this")
class DeployedStackOnEmulatorTest {

    private StepFunctions executions;

    @BeforeEach
    void find() {
        executions = DeployedStack.find(StackAddress.of(
                        System.getenv("CANDOR_AWS_STACK"),
                        System.getenv("AWS_REGION"),
                        OtherAws.endpoint().orElseThrow().toString(),
                        Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"),
                        Path.of("no-such-home")))
                .executions();
    }

    @Test
    void listsWhatRanTheLatestFirst() {
        List<ExecutionSummary> latest = executions.latest(20);
        assertThat(latest)
                .isSortedAccordingTo((a, b) -> b.started().compareTo(a.started()))
                .extracting(ExecutionSummary::name, ExecutionSummary::status)
                .contains(tuple("good", "SUCCEEDED"), tuple("halted", "FAILED"));
    }

    @Test
    void readsAHistoryWhole() {
        List<ExecutionEvent> events = executions.events("halted");
        assertThat(events.getFirst().type()).isEqualTo("ExecutionStarted");
        assertThat(events.getLast().type()).isEqualTo("ExecutionFailed");
        assertThat(executions.find("halted").orElseThrow().error()).isEqualTo("candor.store.failure.InputRefused");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(executions.find("never-started")).isEmpty();
        assertThat(executions.events("never-started")).isEmpty();
    }

    @Test
    void startsOnceByAName() {
        String name = "java-" + UUID.randomUUID();
        executions.start(name, "{\"symbol\":\"NOFILE\",\"asOf\":\"2020-12-31\",\"source\":\"inbox\"}");
        assertThat(executions.find(name)).isPresent();
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> executions.start(name, "{\"symbol\":\"OTHER\"}"))
                .withMessageContaining("the name is taken");
    }

    @Test
    void tokenThatWaitsForNobodyIsRefused() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> executions.succeed("bm9ib2R5", "{}"))
                .withMessageContaining("the task waits no more");
    }
}
