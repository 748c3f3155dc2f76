package candor.marketdata.http;

import candor.marketdata.text.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What came back: a status below 500 with its whole body.
 *
 * @param contentType as sent, empty where it is not
 * @param location where a redirect points, empty for none
 * @param body without a byte order mark
 */
public record Answer(int status, String contentType, String location, String body) {

    private static final int SHOWN = 160;
    private static final String HIDDEN = "(hidden)";

    /** Whether the body claims and looks to be JSON. */
    public boolean isJson() {
        String start = body.stripLeading();
        return contentType.toLowerCase(Locale.ROOT).contains("json")
                && (start.startsWith("{") || start.startsWith("["));
    }

    public boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** The same where it repeats a secret that it was sent, without it. */
    public Answer without(String secret) {
        return new Answer(
                status,
                contentType.replace(secret, HIDDEN),
                location.replace(secret, HIDDEN),
                body.replace(secret, HIDDEN));
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of the body on one line, with nothing that steers a terminal. */
    public String beginning() {
        String start = body.strip();
        start = start.length() > SHOWN ? start.substring(0, SHOWN) + "..." : start;
        return start.isEmpty() ? "an empty body" : "'" + Quoted.oneLine(start) + "'";
    }
}
