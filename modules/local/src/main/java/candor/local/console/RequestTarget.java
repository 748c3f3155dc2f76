package candor.local.console;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * @param path percent-decoded
 * @param query percent-decoded, one value for each name
 */
record RequestTarget(String path, Map<String, String> query) {

    /** @throws RequestRefusal where the target is too long (414), no UTF-8, holds a control character or repeats a
     *     parameter (400) */
    static RequestTarget of(URI uri) throws RequestRefusal {
        int length = uri.toString().length();
        if (length > ServerLimits.TARGET_CHARACTERS) {
            throw new RequestRefusal(
                    414,
                    "the request's target has " + length + " characters; send at most "
                            + ServerLimits.TARGET_CHARACTERS);
        }
        String path = uri.getRawPath();
        if (path == null) {
            throw new RequestRefusal(400, "the request's target has no path; begin it with '/'");
        }
        return new RequestTarget(decoded(path), parameters(uri.getRawQuery()));
    }

    private static Map<String, String> parameters(@Nullable String raw) throws RequestRefusal {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = formDecoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : formDecoded(pair.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                throw new RequestRefusal(400, "the parameter '" + name + "' is there twice; send it once");
            }
        }
        return parameters;
    }

    private static String formDecoded(String raw) throws RequestRefusal {
        return decoded(raw.replace("+", "%20"));
    }

    private static String decoded(String raw) throws RequestRefusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 0x7E) {
                throw new RequestRefusal(400, "the request's target is not ASCII; percent-encode what is not");
            }
            if (c == '%') {
                // java.net.URI has seen to it that two hexadecimal digits follow.
                bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return withoutControls(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new RequestRefusal(400, "'" + raw + "' is not percent-encoded UTF-8; encode it as such");
        }
    }

    private static String withoutControls(String text) throws RequestRefusal {
        int control = text.chars().filter(Character::isISOControl).findFirst().orElse(-1);
        if (control >= 0) {
            throw new RequestRefusal(
                    400,
                    String.format(
                            Locale.ROOT,
                            "the request's target holds the control character %%%02X; leave it out",
                            control));
        }
        return text;
    }
}
