package candor.store.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.UnreadableCheckpoint;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the bytes, they are a checkpoint that is written again as itself, or unreadable with a remedy. In ordinary runs
 * over the kept examples alone; tools/fuzz lets the fuzzer think of more.
 */
class CheckpointFuzzTest {

    private static final String KEY = "work/clean/STX/f/checkpoint.json";

    @DictionaryEntries({
        "\"format\"",
        "\"candor/checkpoint\"",
        "\"formatVersion\"",
        "\"stage\"",
        "\"symbol\"",
        "\"asOf\"",
        "\"inputs\"",
        "\"artefacts\"",
        "\"settings\"",
        "\"codeDigest\"",
        "\"seeds\"",
        "\"sha256\"",
        "\"bytes\"",
        "\"mediaType\"",
        "null"
    })
    @FuzzTest(maxDuration = "4m")
    void read(byte[] bytes) {
        Checkpoint read;
        try {
            read = CheckpointCodec.read(KEY, bytes);
        } catch (UnreadableCheckpoint unreadable) {
            assertThat(unreadable.getMessage()).startsWith(KEY).containsAnyOf("run the stage again", "update it");
            return;
        }
        byte[] written = CheckpointCodec.write(read);
        assertThat(CheckpointCodec.write(CheckpointCodec.read(KEY, written))).isEqualTo(written);
    }
}
