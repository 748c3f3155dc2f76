package candor.local.console;

import candor.serving.api.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** A response for the server to send, with the headers that are its own. */
final class WebResponse {

    private final int status;
    private final SortedMap<String, String> headers;
    private final byte[] body;

    /** @param body not copied; empty for none */
    WebResponse(int status, SortedMap<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = new TreeMap<>(headers);
        this.body = body;
    }

    static WebResponse of(ApiResponse response) {
        return new WebResponse(
                response.status(), response.headers(), response.body().getBytes(StandardCharsets.UTF_8));
    }

    static WebResponse html(int status, String page) {
        return new WebResponse(status, new TreeMap<>(), page.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "text/html; charset=utf-8")
                .with("Cache-Control", "no-store");
    }

    WebResponse with(String header, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new WebResponse(status, more, body);
    }

    int status() {
        return status;
    }

    SortedMap<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
