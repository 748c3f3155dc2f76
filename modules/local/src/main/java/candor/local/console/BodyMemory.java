package candor.local.console;

import candor.serving.api.UnreadableRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all bodies share: a body takes of it as its bytes arrive, and gives all back when it is closed. */
final class BodyMemory {

    private static final int PIECE = 16_384;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(long bytes) {
        this.bytes = bytes;
    }

    /** What a request may hold in its body. */
    final class Share implements AutoCloseable {

        private long held;

        /**
         * @param most bytes of this body
         * @throws UnreadableRequest where the body has more bytes (413), or all bodies together have more than there is
         *     memory for (503)
         */
        byte[] read(InputStream in, int most) throws IOException, UnreadableRequest {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] piece = new byte[Math.min(PIECE, most + 1)];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (body.size() + read > most) {
                    throw new UnreadableRequest(413, "the body has more than " + most + " bytes; send at most so many");
                }
                held += read;
                if (taken.addAndGet(read) > bytes) {
                    throw new UnreadableRequest(
                            503, "the bodies of other requests fill the memory for them; send it again a little later");
                }
                body.write(piece, 0, read);
            }
            return body.toByteArray();
        }

        @Override
        public void close() {
            taken.addAndGet(-held);
            held = 0;
        }
    }

    /** To be closed when the request is answered. */
    Share open() {
        return new Share();
    }
}
