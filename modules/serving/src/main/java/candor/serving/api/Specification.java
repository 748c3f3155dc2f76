package candor.serving.api;

import candor.store.checkpoint.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API's own description, api/openapi.yaml of the repository. */
final class Specification {

    private static final String TEXT = read();
    private static final String TAG = "\"" + Digest.of(TEXT.getBytes(StandardCharsets.UTF_8)) + "\"";
    private static final String VERSION = versionIn(TEXT);

    private Specification() {}

    static ApiResponse answer(ApiRequest request) {
        return ApiResponse.of(200, "application/yaml", TEXT).tagged(request, TAG, "max-age=3600");
    }

    /** Candor's version, as in {@code 0.1.0}. */
    static String version() {
        return VERSION;
    }

    private static String read() {
        try (InputStream in = Specification.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is not beside " + Specification.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read openapi.yaml", e);
        }
    }

    private static String versionIn(String text) {
        Matcher version = Pattern.compile("(?m)^  version: (\\S+)$").matcher(text);
        if (!version.find()) {
            throw new IllegalStateException("openapi.yaml has no line with its version");
        }
        return version.group(1);
    }
}
