package candor.store.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.failure.CheckpointTooNew;
import candor.store.failure.CheckpointTooOld;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.fixture.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointCodecTest {

    private static final String KEY = "work/train/STX/f/checkpoint.json";

    @Test
    void versionOneIsWrittenAndReadAsReleased() {
        byte[] golden = Golden.bytes("checkpoint.json");
        assertThat(CheckpointCodec.write(Samples.checkpoint())).isEqualTo(golden);
        assertThat(CheckpointCodec.read(KEY, golden)).isEqualTo(Samples.checkpoint());
    }

    @Test
    void olderAndNewerVersionsAreToldApart() {
        assertThatExceptionOfType(CheckpointTooOld.class)
                .isThrownBy(() -> CheckpointCodec.read(KEY, ofVersion("0")))
                .withMessageContaining(KEY)
                .withMessageContaining("run the stage again");
        assertThatExceptionOfType(CheckpointTooNew.class)
                .isThrownBy(() -> CheckpointCodec.read(KEY, ofVersion("2")))
                .withMessageContaining("update");
    }

    @Test
    void newerVersionsAreKnownWhateverElseTheyHold() {
        byte[] later = "{\"format\":\"candor/checkpoint\",\"formatVersion\":9,\"colour\":\"red\"}".getBytes(UTF_8);
        assertThatExceptionOfType(CheckpointTooNew.class).isThrownBy(() -> CheckpointCodec.read(KEY, later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "null",
                "[]",
                "7",
                "{}",
                "{\"format\":\"candor/run\",\"formatVersion\":1}",
                "{\"format\":7,\"formatVersion\":1}",
                "{\"format\":\"candor/checkpoint\"}",
                "{\"format\":\"candor/checkpoint\",\"formatVersion\":\"1\"}",
                "{\"format\":\"candor/checkpoint\",\"formatVersion\":1}",
                "{\"format\":\"candor/checkpoint\",\"formatVersion\":1} {}"
            })
    void whatIsNoCheckpointIsCorrupt(String text) {
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> CheckpointCodec.read(KEY, text.getBytes(UTF_8)))
                .withMessageContaining(KEY);
    }

    @Test
    void everyCutIsCorrupt() {
        byte[] whole = Golden.bytes("checkpoint.json");
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(CorruptCheckpoint.class)
                    .as("cut to %s bytes", length)
                    .isThrownBy(() -> CheckpointCodec.read(KEY, cut));
        }
    }

    @Test
    void noSingleWrongByteEscapesAsAnotherError() {
        byte[] whole = Golden.bytes("checkpoint.json");
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x15;
            try {
                CheckpointCodec.read(KEY, damaged);
            } catch (UnreadableCheckpoint e) {
                assertThat(e).hasMessageContaining(KEY);
            }
        }
    }

    @Test
    void missingOrNullFieldsAreCorrupt() {
        String whole = new String(Golden.bytes("checkpoint.json"), UTF_8);
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> CheckpointCodec.read(
                        KEY, whole.replace("\"codeDigest\": \"c0de\",", "").getBytes(UTF_8)));
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> CheckpointCodec.read(
                        KEY, whole.replace("\"c0de\"", "null").getBytes(UTF_8)));
    }

    private static byte[] ofVersion(String version) {
        return new String(Golden.bytes("checkpoint.json"), UTF_8)
                .replace("\"formatVersion\": 1", "\"formatVersion\": " + version)
                .getBytes(UTF_8);
    }
}
