package candor.local.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a request brings: text, no longer than Lambda would take it. */
final class RequestBody {

    private static final int LONGEST = 6_000_000;

    private RequestBody() {}

    /** @throws UnreadableRequest where the body is too long (413) or no UTF-8 (400) */
    static String read(InputStream in) throws IOException, UnreadableRequest {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new UnreadableRequest(413, "the body has more than " + LONGEST + " bytes; send at most so many");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableRequest(400, "the body is no UTF-8; encode it as such");
        }
    }
}
