package candor.marketdata.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2024-01-08T23:30:00Z");

    @ParameterizedTest(name = "[{0}] is {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                "' 120 ' | 120",
                "604801 | 604800",
                "999999999 | 604800",
                "99999999999999999999999 | 604800",
                "Mon, 08 Jan 2024 23:31:30 GMT | 90",
                "Mon, 08 Jan 2024 23:29:00 GMT | 0",
                "Thu, 08 Jan 2054 23:30:00 GMT | 604800",
                "-5 | 0",
                "1e3 | 0",
                "1.5 | 0",
                "soon | 0",
                "'' | 0",
                "Tue, 08 Jan 2024 23:31:30 GMT | 0",
                "١٢٠ | 0"
            })
    void wholeSecondsUpToAWeek(String header, long seconds) {
        assertThat(RetryAfter.seconds(header, NOW)).isEqualTo(seconds);
    }

    @Test
    void absentIsNothing() {
        assertThat(RetryAfter.seconds(null, NOW)).isZero();
    }
}
