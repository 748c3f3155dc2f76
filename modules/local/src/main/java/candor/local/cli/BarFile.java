package candor.local.cli;

import candor.marketdata.csv.CsvBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file with daily bars that a person names. */
final class BarFile {

    private BarFile() {}

    /** Its bytes; a {@link Refusal} where there is no such file, or none that can be a history of bars. */
    static byte[] bytes(Surroundings surroundings, Path file) {
        Path path = surroundings.workingDirectory().resolve(file);
        if (!Files.exists(path)) {
            throw new Refusal("no such file: " + file + "; give the path of a CSV file with daily bars");
        }
        if (!Files.isRegularFile(path)) {
            throw new Refusal("not a file: " + file + "; give the path of a CSV file with daily bars");
        }
        try {
            if (Files.size(path) > CsvBars.MAX_BYTES) {
                throw new Refusal(file + " has " + Files.size(path) + " bytes, at most " + CsvBars.MAX_BYTES
                        + " are read; give the daily bars of one symbol only");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Refusal("cannot read " + file + ": " + e.getMessage() + "; make it readable", e);
        }
    }

    /** Writes a file that a person asked for; a {@link Refusal} where that cannot be. */
    static void write(Surroundings surroundings, Path file, byte[] bytes) {
        try {
            Files.write(surroundings.workingDirectory().resolve(file), bytes);
        } catch (IOException e) {
            throw new Refusal(
                    "cannot write " + file + " (" + e.getClass().getSimpleName()
                            + "); give the path of a file in a folder that is there",
                    e);
        }
    }
}
