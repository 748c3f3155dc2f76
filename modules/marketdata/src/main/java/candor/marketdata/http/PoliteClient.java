package candor.marketdata.http;

import candor.store.failure.InputRefused;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider. What can pass in seconds (an I/O error, a status from 500 on) is tried again, three times at most,
 * with full jitter: a pause drawn from zero to a bound that doubles. A provider that asks to come back later (status 429 or
 * 999, or those words) is not asked again by this client, which says so at once. Redirects are not followed. For one run;
 * safe for several threads, which wait for each other.
 */
public final class PoliteClient {

    private static final int RETRIES = 3;
    private static final Duration FIRST_BOUND = Duration.ofSeconds(1);
    private static final Duration LAST_BOUND = Duration.ofSeconds(60);
    private static final double SPACING_JITTER = 0.3;
    private static final int WORDS = 200;
    private static final String UNWELCOME = "Too Many Requests";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String provider;
    private final HttpSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;
    private final OkHttpClient http;
    private Instant next = Instant.MIN;
    private Duration gap = Duration.ZERO;
    private @Nullable RateLimited limited;

    /**
     * @param provider its name in messages
     * @param random for jitter; it reaches no result
     */
    public PoliteClient(String provider, HttpSettings settings, Clock clock, RandomGenerator random, Pause pause) {
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .callTimeout(settings.callTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .cookieJar(new RunCookies())
                .build();
    }

    /**
     * The provider's answer, of a status below 500.
     *
     * @param headers beside the usual ones
     * @throws RateLimited where it asks to come back later, now or before
     * @throws ProviderUnavailable where it did not answer in several attempts
     * @throws InputRefused where the answer is longer than the settings allow
     */
    public synchronized Answer get(HttpUrl url, Map<String, String> headers) {
        if (limited != null) {
            throw limited;
        }
        Request request = request(url, headers);
        String trouble = "";
        for (int attempt = 0; attempt <= RETRIES; attempt++) {
            rest(attempt == 0 ? Duration.ZERO : jitter(attempt));
            keepSpacing();
            try (Response response = http.newCall(request).execute()) {
                requireWelcome(response);
                if (response.code() < 500) {
                    return read(response);
                }
                trouble = "status " + response.code();
            } catch (IOException e) {
                trouble = told(e);
            }
        }
        throw new ProviderUnavailable(provider + " does not answer: " + url.host() + " failed " + (RETRIES + 1)
                + " times, the last time with " + trouble
                + "; check the network, and try again later, name another source in CANDOR_SOURCES, or use --csv FILE");
    }

    /** Without what the other side wrote where HTTP should stand: that may be anything. */
    private static String told(IOException e) {
        return e instanceof ProtocolException
                ? "an answer that breaks off or is no HTTP"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private Request request(HttpUrl url, Map<String, String> headers) {
        Request.Builder builder = new Request.Builder()
                .url(url)
                .header("User-Agent", settings.userAgent())
                .header("Accept", "*/*")
                .header("Accept-Language", "en-US,en;q=0.9");
        headers.forEach(builder::header);
        return builder.build();
    }

    private Answer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(settings.maxBytes() + 1L)) {
            throw new InputRefused(provider + " answers with more than " + settings.maxBytes()
                    + " bytes, which is no history of one symbol; try again later, or name another source in"
                    + " CANDOR_SOURCES");
        }
        String body = source.readString(StandardCharsets.UTF_8);
        return new Answer(
                response.code(),
                String.valueOf(response.header("Content-Type", "")),
                String.valueOf(response.header("Location", "")),
                body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body);
    }

    /** Looks at the status first: whoever asks to come back later has said so, whatever becomes of the body. */
    private void requireWelcome(Response response) {
        int status = response.code();
        String start = status == 429 || status == 999 ? UNWELCOME : beginning(response);
        boolean json =
                start.stripLeading().startsWith("{") || start.stripLeading().startsWith("[");
        if (start.contains(UNWELCOME) && !json) {
            limited = new RateLimited(
                    provider + " asks to come back later (status " + status
                            + "): it answers so to many questions at once, and to whole networks; nothing is asked again"
                            + " in this run",
                    RetryAfter.seconds(response.header("Retry-After"), clock.instant()));
            throw limited;
        }
    }

    /** Of what has come; a body that does not is another matter. */
    private static String beginning(Response response) {
        try {
            return response.peekBody(WORDS).string();
        } catch (IOException noBody) {
            return "";
        }
    }

    private Duration jitter(int attempt) {
        Duration bound = FIRST_BOUND.multipliedBy(1L << (attempt - 1));
        long millis = (bound.compareTo(LAST_BOUND) > 0 ? LAST_BOUND : bound).toMillis();
        return Duration.ofMillis(random.nextLong(millis + 1));
    }

    /** A clock that was set back meanwhile makes nobody wait longer than the spacing. */
    private void keepSpacing() {
        Duration left = Duration.between(clock.instant(), next);
        rest(left.compareTo(gap) > 0 ? gap : left);
        long millis = settings.spacing().toMillis();
        gap = Duration.ofMillis(millis + (long) (millis * SPACING_JITTER * random.nextDouble()));
        next = clock.instant().plus(gap);
    }

    private void rest(Duration duration) {
        if (!duration.isPositive()) {
            return;
        }
        try {
            pause.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable("interrupted while waiting to ask " + provider + "; run again", e);
        }
    }

    /** What a provider asked to be sent back, for the life of this client. */
    private static final class RunCookies implements CookieJar {

        private final List<Cookie> kept = new ArrayList<>();

        @Override
        public synchronized void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            for (Cookie cookie : cookies) {
                kept.removeIf(old -> old.name().equals(cookie.name())
                        && old.domain().equals(cookie.domain())
                        && old.path().equals(cookie.path()));
                kept.add(cookie);
            }
        }

        @Override
        public synchronized List<Cookie> loadForRequest(HttpUrl url) {
            return kept.stream().filter(cookie -> cookie.matches(url)).toList();
        }
    }
}
