// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.local.wiring.LocalPipeline;
import candor.local.wiring.RunFiles;
import candor.statemachine.Invoker;
import candor.statemachine.history.ExecutionStatus;
import candor.store.checkpoint.Digest;
import candor.store.port.RunEntry;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambda's own failures between the shipped state machine and the real handlers: nothing is lost, doubled or wrong. */
class LambdaFaultsTest {

    private static final Map<String, Object> INPUT = Map.of("symbol", "SMPL", "source", "inbox");

    @TempDir
    private Path folder;

    /** Each state meets faults that Lambda recovers from; the run ends as if there had been none. */
    @Test
    void whatPassesIsTriedAgainAndLeavesTheSameBytes() throws IOException {
        Map<String, Deque<LambdaFault>> faults = new ConcurrentHashMap<>();
        script(faults, "Ingest", LambdaFault.THROTTLED, LambdaFault.ANSWER_LOST);
        script(faults, "Clean", LambdaFault.SERVICE_FAILED, LambdaFault.DELIVERED_TWICE);
        script(faults, "Features", LambdaFault.ANSWER_LATE);
        script(faults, "Explore", LambdaFault.DELIVERED_TWICE);
        script(faults, "Train", LambdaFault.ANSWER_LOST, LambdaFault.DELIVERED_TWICE);
        script(faults, "Evaluate", LambdaFault.ANSWER_LATE);
        script(faults, "Promote", LambdaFault.DELIVERED_TWICE);
        script(faults, "Forecast", LambdaFault.ANSWER_LOST, LambdaFault.THROTTLED, LambdaFault.DELIVERED_TWICE);
        script(faults, "Report", LambdaFault.THROTTLED);
        script(faults, "Monitor", LambdaFault.DELIVERED_TWICE);

        LocalPipeline.Ended quiet = start("quiet", functions -> functions);
        LocalPipeline.Ended troubled = start("troubled", injecting(faults));

        assertThat(quiet.result().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(troubled.result().status()).as("%s", troubled.result()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(faults.values()).as("all met").allMatch(Deque::isEmpty);
        assertThat(files("troubled")).isEqualTo(files("quiet"));
        assertThat(runs("troubled"))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo("SUCCEEDED"));
    }

    /** Faults that would come again fail the state under their name, and a redrive goes on once they are gone. */
    @Test
    void whatDoesNotPassFailsTheStateByItsNameAndARedriveGoesOn() throws IOException {
        Map<String, Deque<LambdaFault>> faults = new ConcurrentHashMap<>();
        script(faults, "Ingest", LambdaFault.INITIALISATION_FAILED);
        script(faults, "Clean", LambdaFault.OUT_OF_MEMORY);
        script(faults, "Train", LambdaFault.HEAP_FULL);
        script(faults, "Evaluate", LambdaFault.TIMED_OUT);
        script(faults, "Forecast", LambdaFault.UNKNOWN);
        script(faults, "Monitor", LambdaFault.TIMED_OUT);
        LocalPipeline.Ended quiet = start("quiet", functions -> functions);

        List<String> errors = new ArrayList<>();
        LocalPipeline.Ended ended = start("troubled", injecting(faults));
        while (ended.result().status() == ExecutionStatus.FAILED && errors.size() < 10) {
            errors.add(ended.result().error());
            ended = redrive("troubled", injecting(faults));
        }

        assertThat(errors)
                .containsExactly(
                        "Runtime.BadFunctionCode",
                        "Runtime.OutOfMemory",
                        "java.lang.OutOfMemoryError",
                        "Sandbox.Timedout",
                        "Lambda.Unknown",
                        "Sandbox.Timedout");
        assertThat(ended.result().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(quiet.result().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(files("troubled")).isEqualTo(files("quiet"));
    }

    /** What the report or the exploration meets is noted and stops no forecast. */
    @Test
    void whatMayFailStopsNothing() throws IOException {
        Map<String, Deque<LambdaFault>> faults = new ConcurrentHashMap<>();
        script(faults, "Explore", LambdaFault.TIMED_OUT);
        script(faults, "Report", LambdaFault.OUT_OF_MEMORY);

        LocalPipeline.Ended ended = start("troubled", injecting(faults));

        assertThat(ended.result().status()).as("%s", ended.result()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(faults.values()).as("all met").allMatch(Deque::isEmpty);
        assertThat(files("troubled")).containsKeys("forecast.json", "summary.pdf");
    }

    private static void script(Map<String, Deque<LambdaFault>> faults, String stage, LambdaFault... which) {
        faults.put(stage + "Function", new ArrayDeque<>(List.of(which)));
    }

    /** The first invocations of a function meet the faults that are scripted for it, one each. */
    private static UnaryOperator<Invoker> injecting(Map<String, Deque<LambdaFault>> faults) {
        return functions -> (name, payload, timeout) -> {
            Deque<LambdaFault> ahead = faults.getOrDefault(name, new ArrayDeque<>());
            return ahead.isEmpty()
                    ? functions.invoke(name, payload, timeout)
                    : ahead.removeFirst().invoke(functions, name, payload, timeout);
        };
    }

    private Terminal terminal(String home) {
        return new Terminal(folder.resolve(home), folder);
    }

    private LocalPipeline open(String home, UnaryOperator<Invoker> between) {
        Terminal terminal = terminal(home);
        return LocalPipeline.open(
                terminal.home(),
                terminal.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                between);
    }

    private LocalPipeline.Ended start(String home, UnaryOperator<Invoker> between) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve(home).resolve("store/inbox"));
        SampleBars.write(inbox.resolve("SMPL.csv"), SampleBars.lines(1100));
        try (LocalPipeline pipeline = open(home, between)) {
            return pipeline.start("run", INPUT, false);
        }
    }

    private LocalPipeline.Ended redrive(String home, UnaryOperator<Invoker> between) {
        try (LocalPipeline pipeline = open(home, between)) {
            return pipeline.redrive("run");
        }
    }

    private List<RunEntry> runs(String home) {
        try (var ledger = terminal(home).home().openLedger()) {
            return ledger.latestRuns(5);
        }
    }

    /** The files of the run for a person, by name. */
    private Map<String, String> files(String home) throws IOException {
        var store = terminal(home).home().openStore(Instant.EPOCH);
        String key = store.list("runs/").getFirst();
        RunRecord run = new RunRecords(store)
                .find(key.substring("runs/".length(), key.length() - ".json".length()))
                .orElseThrow();
        Path out = Files.createDirectories(folder.resolve(home + "-out"));
        Map<String, String> files = new TreeMap<>();
        for (Path file : new RunFiles(store).copy(run, out)) {
            files.put(file.getFileName().toString(), Digest.of(Files.readAllBytes(file)));
        }
        return files;
    }
}
