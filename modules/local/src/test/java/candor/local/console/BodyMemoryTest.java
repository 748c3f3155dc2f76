package candor.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.serving.api.UnreadableRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private final BodyMemory memory = new BodyMemory(100_000);

    @Test
    void bodiesShareTheMemoryAndGiveItBack() throws Exception {
        try (BodyMemory.Share first = memory.open();
                BodyMemory.Share second = memory.open()) {
            assertThat(first.read(bytes(60_000), 60_000)).hasSize(60_000);
            assertThatExceptionOfType(UnreadableRequest.class)
                    .isThrownBy(() -> second.read(bytes(60_000), 60_000))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
        }
        try (BodyMemory.Share third = memory.open()) {
            assertThat(third.read(bytes(100_000), 200_000)).hasSize(100_000);
        }
    }

    @Test
    void tooLongBodyIsRejectedAndHoldsNothingAfterwards() throws Exception {
        try (BodyMemory.Share share = memory.open()) {
            assertThatExceptionOfType(UnreadableRequest.class)
                    .isThrownBy(() -> share.read(bytes(50_001), 50_000))
                    .withMessageContaining("more than 50000 bytes")
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(413));
        }
        try (BodyMemory.Share share = memory.open()) {
            assertThat(share.read(bytes(100_000), 100_000)).hasSize(100_000);
        }
    }

    @Test
    void brokenConnectionHoldsNothingAfterwards() throws Exception {
        InputStream cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return read();
            }
        };
        InputStream broken = new SequenceInputStream(bytes(70_000), cut);
        try (BodyMemory.Share share = memory.open()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> share.read(broken, 90_000));
        }
        try (BodyMemory.Share share = memory.open()) {
            assertThat(share.read(bytes(100_000), 100_000)).hasSize(100_000);
        }
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
