package candor.forecasting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The folder of reference files that tests may read where it exists; it is no part of the project. */
public final class SharedFiles {

    private SharedFiles() {}

    /** The file under CANDOR_SHARED; the test is skipped where that is not set. */
    public static Path require(String path) {
        String folder = System.getenv("CANDOR_SHARED");
        assumeTrue(folder != null && !folder.isBlank(), "skipped: CANDOR_SHARED is not set");
        return Path.of(folder == null ? "" : folder).resolve(path);
    }
}
