// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C stops a list where each symbol can go on, and says how. */
class StoppedListTest {

    private static final long POLL_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void startsNoOtherAndTheRetryMakesTheListWhole() throws Exception {
        for (String symbol : List.of("AAA", "BBB", "CCC")) {
            Path file = Files.createDirectories(folder.resolve("prices")).resolve(symbol + ".csv");
            SampleBars.write(file, SampleBars.lines(1100));
        }
        Path printed = folder.resolve("printed.txt");
        Process process = list(printed);
        while (process.isAlive() && !hasBegun("Train")) {
            LockSupport.parkNanos(POLL_NANOS);
        }

        process.destroy();

        assertThat(process.waitFor()).as(Files.readString(printed)).isNotZero();
        assertThat(Files.readString(printed))
                .contains("failed: the execution was stopped", "0 of 3 symbols are done, 1 failed, 2 were not started")
                .contains("candor: continue with  ./candor run --retry prices");

        Terminal terminal = new Terminal(folder.resolve("home"), folder);
        Terminal.Answer retried = terminal.type("run", "--retry", "prices", "--jobs", "2");
        assertThat(retried.status()).as(retried.err()).isZero();
        assertThat(retried.out()).contains("3 of 3 symbols are done.");
        assertThat(terminal.type("executions").out()).containsOnlyOnce("ABORTED");
    }

    private boolean hasBegun(String state) throws IOException {
        Path executions = folder.resolve("home/executions");
        if (!Files.isDirectory(executions)) {
            return false;
        }
        try (Stream<Path> histories = Files.walk(executions)) {
            for (Path file :
                    histories.filter(path -> path.endsWith("history.jsonl")).toList()) {
                if (Files.readString(file).contains("\"" + state + "\"")) {
                    return true;
                }
            }
        }
        return false;
    }

    private Process list(Path printed) throws IOException {
        return OwnProcess.start(
                folder.resolve("home"),
                printed,
                "run",
                "--dir",
                folder.resolve("prices").toString(),
                "--jobs",
                "1");
    }
}
