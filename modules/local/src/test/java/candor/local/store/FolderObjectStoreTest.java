package candor.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.store.checkpoint.Digest;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectStore;
import candor.store.port.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {

    private static final String TYPE = "text/plain";
    private static final Instant NOON = Instant.parse("2026-04-24T12:00:00Z");

    @TempDir
    Path folder;

    @Override
    protected ObjectStore emptyStore() {
        return new FolderObjectStore(folder.resolve("store"));
    }

    @Test
    void objectIsAFileAndItsTagTheDigest() throws IOException {
        ObjectStore store = emptyStore();
        store.putIfAbsent("runs/one.json", "{}".getBytes(UTF_8), TYPE);

        assertThat(folder.resolve("store/runs/one.json")).hasContent("{}");
        assertThat(store.find("runs/one.json").orElseThrow().entityTag()).isEqualTo(Digest.of("{}".getBytes(UTF_8)));
    }

    @Test
    void everyWriteTidiesUpAfterItself() throws IOException {
        ObjectStore store = emptyStore();
        store.putIfAbsent("a", new byte[1], TYPE);
        store.putIfAbsent("a", new byte[2], TYPE);
        store.putIfMatch("a", new byte[3], TYPE, "stale");

        assertThat(folder.resolve("store/~drafts")).isEmptyDirectory();
    }

    @Test
    void draftsOfKilledWritersAreNoObjectsAndAreDiscardedWhenOld() throws IOException {
        FolderObjectStore store = new FolderObjectStore(folder);
        Path old = Files.writeString(folder.resolve("~drafts/99-1"), "half");
        Path recent = Files.writeString(folder.resolve("~drafts/99-2"), "half");
        Files.setLastModifiedTime(old, FileTime.from(NOON.minusSeconds(1)));
        Files.setLastModifiedTime(recent, FileTime.from(NOON));

        assertThat(store.list("")).isEmpty();
        store.discardDraftsBefore(NOON);
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void draftOfAKilledProcessOfTheSameIdIsPassedOver() throws IOException {
        ObjectStore store = new FolderObjectStore(folder);
        long pid = ProcessHandle.current().pid();
        for (int i = 1; i < 2000; i++) {
            Files.createFile(folder.resolve("~drafts/" + pid + "-" + i));
        }
        store.putIfAbsent("a", new byte[1], TYPE);
        assertThat(store.list("")).containsExactly("a");
    }

    @Test
    void foreignFilesThatCanBeNoKeysAreNotListed() throws IOException {
        ObjectStore store = new FolderObjectStore(folder);
        Files.createDirectories(folder.resolve("inbox/my folder"));
        Files.writeString(folder.resolve("inbox/my bars.csv"), "x");
        Files.writeString(folder.resolve("inbox/my folder/STX.csv"), "x");
        Files.writeString(folder.resolve("inbox/STX.csv"), "x");

        assertThat(store.list("inbox/")).containsExactly("inbox/STX.csv");
    }

    @Test
    void noObjectLiesBelowAnother() {
        ObjectStore store = emptyStore();
        store.putIfAbsent("a/b", new byte[1], TYPE);

        assertThat(store.find("a")).isEmpty();
        assertThat(store.find("a/b/c")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.putIfAbsent("a", new byte[1], TYPE))
                .withMessageContaining("there is a folder in its place");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.putIfAbsent("a/b/c", new byte[1], TYPE))
                .withMessageContaining("a/b is an object");
    }

    @Test
    void folderThatCannotBeWrittenIsRefusedWithTheRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FolderObjectStore(file.resolve("store")))
                .withMessageContaining(file.toString())
                .withMessageContaining("--home");
    }

    @Test
    void failingDiskIsAStoreThatIsUnavailable() throws IOException {
        ObjectStore store = new FolderObjectStore(folder);
        Files.delete(folder.resolve("~drafts"));

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> store.putIfAbsent("a", new byte[1], TYPE))
                .withMessageContaining("cannot write a")
                .withMessageContaining(folder.toString());
    }

    @Test
    void twoProcessesNeverBothWinNorTearNorLose() throws Exception {
        ObjectStore store = new FolderObjectStore(folder);
        store.putIfAbsent("counter", "0".getBytes(UTF_8), TYPE);
        List<List<String>> won = SecondProcess.together(
                StoreContender.class, List.of(List.of(folder.toString(), "a"), List.of(folder.toString(), "b")));

        List<String> all = new ArrayList<>(won.get(0));
        all.addAll(won.get(1));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, i -> i < StoreContender.KEYS, i -> i + 1)
                        .map(i -> "race/" + i)
                        .toList());
        for (String key : won.get(0)) {
            assertThat(store.find(key).orElseThrow().bytes()[0]).isEqualTo((byte) 'a');
        }
        assertThat(new String(store.find("counter").orElseThrow().bytes(), UTF_8))
                .isEqualTo(Integer.toString(2 * StoreContender.INCREMENTS));
    }
}
