package candor.local.store;

import candor.store.port.ObjectStore;
import candor.store.port.ObjectStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same promises where the file system cannot give a file a second name. */
class FolderWithoutHardLinksTest extends ObjectStoreContract {

    @TempDir
    Path folder;

    @Override
    protected ObjectStore emptyStore() {
        return new FolderObjectStore(folder, (_, _) -> {
            throw new UnsupportedOperationException("no hard links here");
        });
    }
}
