package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.local.wiring.LocalPipeline;
import candor.local.wiring.Surroundings;
import candor.statemachine.history.EventType;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.HistoryEvent;
import candor.store.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The very input that the template's schedule sends, through the shipped definition and the real Ingest. */
class ScheduledRunTest {

    private static final Pattern INPUT = Pattern.compile("Input: !Sub '(\\{\"symbol\".*scheduledTime.*})'");

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void bars() throws IOException {
        terminal = new Terminal(folder.resolve("home"), folder);
        Path inbox = Files.createDirectories(folder.resolve("home/store/inbox"));
        SampleBars.write(inbox.resolve("SMPL.csv"), SampleBars.lines(30));
    }

    /** As EventBridge Scheduler sends it: half past six in New York, told in UTC. */
    private Execution scheduled(String time) throws IOException {
        Matcher template =
                INPUT.matcher(Files.readString(Path.of(System.getProperty("candor.root", ""), "template.yaml")));
        assertThat(template.find()).as("the schedule's input in template.yaml").isTrue();
        String sent = template.group(1).replace("${Symbol}", "SMPL").replace("<aws.scheduler.scheduled-time>", time);
        Map<String, Object> input = new LinkedHashMap<>();
        Json.readTree(sent.getBytes(UTF_8))
                .properties()
                .forEach(field -> input.put(field.getKey(), field.getValue().stringValue()));
        Surroundings surroundings =
                terminal.surroundings(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        try (LocalPipeline pipeline = LocalPipeline.open(terminal.home(), surroundings)) {
            return pipeline.start(input, false).execution();
        }
    }

    private static List<String> entered(Execution execution) {
        return execution.events().stream()
                .filter(event -> event.type().entersState())
                .map(HistoryEvent::state)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void aDayWithoutASessionEndsAtOnceAndWell() throws IOException {
        for (String time : List.of("2026-01-01T23:30:00Z", "2026-01-03T23:30:00Z")) {
            Execution execution = scheduled(time);

            assertThat(execution.status()).as(time).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(entered(execution)).as(time).containsExactly("Begin", "Ingest", "AnythingToDo", "NothingToDo");
            JsonNode output = Json.readTree(
                    execution.events().getLast().text("output").orElseThrow().getBytes(UTF_8));
            assertThat(output.path("nothingToDo").stringValue("")).as(time).contains("session");
        }
    }

    @Test
    void aSessionIsTheDaysThatHasJustEnded() throws IOException {
        Execution execution = scheduled("2025-12-31T23:30:00Z");

        JsonNode ingested = execution.events().stream()
                .filter(event -> event.type() == EventType.TASK_STATE_EXITED)
                .filter(event -> event.state().equals(Optional.of("Ingest")))
                .map(event -> Json.readTree(event.text("output").orElseThrow().getBytes(UTF_8)))
                .findFirst()
                .orElseThrow();
        assertThat(ingested.path("asOf").stringValue("")).isEqualTo("2025-12-31");
        assertThat(entered(execution)).contains("Clean");
    }
}
