package candor.marketdata.http;

import candor.store.environment.Variable;
import java.time.Duration;

/**
 * How providers are asked.
 *
 * @param userAgent what the client calls itself; Yahoo answers 429 to names that do not look like a browser's
 * @param connectTimeout until a connection stands
 * @param readTimeout between two bytes
 * @param callTimeout for the whole of one attempt: a slow drip ends here
 * @param spacing between the beginnings of two requests, at least
 * @param maxBytes of an answer after decompression; &ge; 1
 */
public record HttpSettings(
        String userAgent,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        Duration spacing,
        int maxBytes) {

    /** Shaped like a desktop browser's, and always the same. */
    public static final String USER_AGENT = Variable.USER_AGENT.standard();

    public HttpSettings {
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "bad user agent: '" + userAgent + "'; write plain ASCII, as in " + USER_AGENT);
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes below 1: " + maxBytes);
        }
    }

    /** A question a second, half a minute for an answer, 8 MiB at most: half a century of daily bars is 2 MB. */
    public static HttpSettings standard(String userAgent) {
        return new HttpSettings(
                userAgent,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                8 << 20);
    }
}
