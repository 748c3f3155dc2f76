package candor.serving.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
public record RequestTarget(String path, Map<String, String> query) {

    /** Longest target, path and query together, as it was sent. */
    public static final int LONGEST_CHARACTERS = 2_000;

    /**
     * Decodes path and query once.
     *
     * @param rawPath as it was sent, percent-encoded; null for none
     * @param rawQuery likewise, without '?'
     * @throws UnreadableRequest where the target is too long (414), no UTF-8, not percent-encoded, holds a control character
     *     or repeats a parameter (400)
     */
    public static RequestTarget of(@Nullable String rawPath, @Nullable String rawQuery) throws UnreadableRequest {
        if (rawPath == null) {
            throw new UnreadableRequest(400, "the request's target has no path; begin it with '/'");
        }
        limit(rawPath.length() + (rawQuery == null ? 0 : rawQuery.length() + 1));
        return new RequestTarget(decoded(rawPath), parameters(rawQuery));
    }

    /**
     * Decodes the path once, where somebody has taken the query apart and decoded it.
     *
     * @param query all values of each name
     * @throws UnreadableRequest as {@link #of(String, String)}
     */
    public static RequestTarget of(String rawPath, Map<String, List<String>> query) throws UnreadableRequest {
        int length = rawPath.length();
        Map<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            String name = withoutControls(parameter.getKey());
            for (String value : parameter.getValue()) {
                length += name.length() + value.length() + 2;
                put(parameters, name, withoutControls(value));
            }
        }
        limit(length);
        return new RequestTarget(decoded(rawPath), parameters);
    }

    private static void limit(int length) throws UnreadableRequest {
        if (length > LONGEST_CHARACTERS) {
            throw new UnreadableRequest(
                    414, "the request's target has " + length + " characters; send at most " + LONGEST_CHARACTERS);
        }
    }

    private static void put(Map<String, String> parameters, String name, String value) throws UnreadableRequest {
        if (parameters.put(name, value) != null) {
            throw new UnreadableRequest(400, "the parameter '" + name + "' is there twice; send it once");
        }
    }

    private static Map<String, String> parameters(@Nullable String raw) throws UnreadableRequest {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = formDecoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : formDecoded(pair.substring(equals + 1));
            put(parameters, name, value);
        }
        return parameters;
    }

    private static String formDecoded(String raw) throws UnreadableRequest {
        return decoded(raw.replace("+", "%20"));
    }

    private static String decoded(String raw) throws UnreadableRequest {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~') {
                throw new UnreadableRequest(
                        400, "the request's target holds a character that is no printable ASCII; percent-encode it");
            }
            if (c == '%') {
                bytes.write(hexadecimal(raw, i + 1) * 16 + hexadecimal(raw, i + 2));
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
            throw new UnreadableRequest(400, "'" + raw + "' is not percent-encoded UTF-8; encode it as such");
        }
    }

    private static int hexadecimal(String raw, int at) throws UnreadableRequest {
        int digit = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new UnreadableRequest(
                    400, "'" + raw + "' has a '%' without two hexadecimal digits; write '%' as %25");
        }
        return digit;
    }

    private static String withoutControls(String text) throws UnreadableRequest {
        int control = text.chars().filter(Character::isISOControl).findFirst().orElse(-1);
        if (control >= 0) {
            throw new UnreadableRequest(
                    400,
                    String.format(
                            Locale.ROOT,
                            "the request's target holds the control character %%%02X; leave it out",
                            control));
        }
        return text;
    }
}
