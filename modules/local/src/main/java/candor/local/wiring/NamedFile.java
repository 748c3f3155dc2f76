package candor.local.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person named, which may be anything, and without end. */
public final class NamedFile {

    private NamedFile() {}

    /**
     * The file's bytes.
     *
     * @param most bytes; a longer file is a {@link Refusal}
     */
    public static byte[] read(Surroundings surroundings, Path file, int most) throws IOException {
        try (InputStream in =
                Files.newInputStream(surroundings.workingDirectory().resolve(file))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refusal(file + " has more than " + most + " bytes, which are the most that are read; give"
                        + " another file, or a part of it");
            }
            return bytes;
        }
    }
}
