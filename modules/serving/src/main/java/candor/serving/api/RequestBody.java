package candor.serving.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a request brings, as text. */
public final class RequestBody {

    private RequestBody() {}

    /** The text; throws {@link UnreadableRequest} where the bytes are no UTF-8 (400). */
    public static String text(byte[] bytes) throws UnreadableRequest {
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
