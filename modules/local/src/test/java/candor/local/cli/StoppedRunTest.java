package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C printed nothing, and the run's duration ended with the last event before it: 2.1 s of 14. */
class StoppedRunTest {

    private static final long POLL_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void saysThatItWasStoppedAndHowItGoesOn() throws Exception {
        Path printed = folder.resolve("printed.txt");
        Path history = folder.resolve("home/executions/demo/history.jsonl");
        Process process = demo(printed);
        while (process.isAlive()
                && !(Files.exists(history) && Files.readString(history).contains("\"Train\""))) {
            LockSupport.parkNanos(POLL_NANOS);
        }

        process.destroy();

        assertThat(process.waitFor()).as(Files.readString(printed)).isNotZero();
        assertThat(Files.readString(printed))
                .contains("Ingest", "candor: the run ABORTED: the execution was stopped")
                .contains("candor: continue with  ./candor redrive demo");
        List<String> events = Files.readAllLines(history);
        assertThat(events.getLast()).contains("\"ExecutionAborted\"");
    }

    private Process demo(Path printed) throws IOException {
        return OwnProcess.start(folder.resolve("home"), printed, "demo");
    }
}
