package candor.marketdata.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header Retry-After (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** Who asks for more is not waited for. */
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    /** More digits than these need not be read to know that it is too long. */
    private static final int DIGITS = 18;

    private RetryAfter() {}

    /** Whole seconds from now, in 0..604800; 0 where the header is absent or says nothing that can be read. */
    static long seconds(@Nullable String header, Instant now) {
        String text = header == null ? "" : header.strip();
        if (text.matches("[0-9]+")) {
            return text.length() > DIGITS ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, Long.parseLong(text));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.clamp(Duration.between(now, then).toSeconds(), 0, LONGEST_SECONDS);
        } catch (DateTimeException unreadable) {
            return 0;
        }
    }
}
