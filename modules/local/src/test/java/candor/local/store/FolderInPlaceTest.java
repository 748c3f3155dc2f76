package candor.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.store.port.PutOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in the place of an object stopped its symbol for good, with the advice to choose another key. */
class FolderInPlaceTest {

    @TempDir
    private Path folder;

    @Test
    void isNamedWithWhatToDoAndThatHelps() throws IOException {
        FolderObjectStore store = new FolderObjectStore(folder);
        Path inPlace = Files.createDirectories(folder.toRealPath().resolve("latest/STX"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.putIfAbsent("latest/STX", new byte[1], "text/plain"))
                .withMessageContaining("there is a folder in its place; move " + inPlace + " away, and do it again");
        Files.move(inPlace, folder.resolve("away"));

        assertThat(store.putIfAbsent("latest/STX", new byte[1], "text/plain")).isInstanceOf(PutOutcome.Stored.class);
    }
}
