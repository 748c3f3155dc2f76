package candor.local.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code logs/{stage}.log}: each stage's log lines, appended. */
public final class StageLogs {

    private final Path folder;

    public StageLogs(Path folder) {
        this.folder = folder;
    }

    /** Appends a line; several threads and processes may do so at once. */
    public synchronized void append(String stage, String line) {
        try {
            Files.createDirectories(folder);
            String text = line.endsWith("\n") ? line : line + "\n";
            Files.writeString(
                    folder.resolve(stage + ".log"),
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of " + stage + " in " + folder, e);
        }
    }
}
