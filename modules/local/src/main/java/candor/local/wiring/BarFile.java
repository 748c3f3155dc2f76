package candor.local.wiring;

import candor.marketdata.csv.CsvBars;
import candor.marketdata.csv.CsvChoices;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file with daily bars that a person named: its bytes and what stands in them. */
public final class BarFile {

    private final byte[] bytes;
    private final Retrieval retrieval;

    private BarFile(byte[] bytes, Retrieval retrieval) {
        this.bytes = bytes;
        this.retrieval = retrieval;
    }

    public byte[] bytes() {
        return bytes;
    }

    public Retrieval retrieval() {
        return retrieval;
    }

    /**
     * Reads the file, or rejects it with what is wrong with it and the remedy.
     *
     * @param choices what a person said about the file
     */
    public static BarFile read(Surroundings surroundings, Path file, CsvChoices choices) {
        Path path = surroundings.workingDirectory().resolve(file);
        if (!Files.exists(path)) {
            throw new CommandRejected("no such file: " + file + "; give the path of a CSV file with daily bars");
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandRejected("not a file: " + file + "; give the path of a CSV file with daily bars");
        }
        try {
            if (Files.size(path) > CsvBars.MAX_BYTES) {
                throw new CommandRejected(file + " has " + Files.size(path) + " bytes, at most " + CsvBars.MAX_BYTES
                        + " are read; give the daily bars of one symbol only");
            }
            byte[] bytes = Files.readAllBytes(path);
            return new BarFile(bytes, CsvBars.parse(String.valueOf(file.getFileName()), bytes, choices));
        } catch (IOException e) {
            throw new CommandRejected("cannot read " + file + ": " + e.getMessage() + "; make it readable", e);
        }
    }
}
