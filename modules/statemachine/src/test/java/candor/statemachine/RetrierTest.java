package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.definition.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pauses of seeded random rules stay within their bounds. */
class RetrierTest {

    @Test
    void pausesStayWithinIntervalBackoffAndCap() {
        SplittableRandom random = new SplittableRandom(20260105);
        for (int i = 0; i < 5_000; i++) {
            Duration interval = Duration.ofSeconds(1 + random.nextInt(60));
            Duration cap = Duration.ofSeconds(1 + random.nextInt(300));
            double rate = 1 + random.nextDouble(3);
            int retries = random.nextInt(40);
            Retrier plain = new Retrier(List.of("X"), interval, 99, rate, cap, false);
            Retrier jittered = new Retrier(List.of("X"), interval, 99, rate, cap, true);

            Duration pause = plain.pause(retries, random);
            Duration least = interval.compareTo(cap) < 0 ? interval : cap;
            assertThat(pause).isBetween(least, cap);
            assertThat(jittered.pause(retries, random)).isBetween(Duration.ZERO, pause);
        }
    }

    @Test
    void fullJitterUsesTheWholeRange() {
        SplittableRandom random = new SplittableRandom(1);
        Retrier retrier = new Retrier(List.of("X"), Duration.ofSeconds(100), 3, 1, null, true);
        List<Long> seconds = Stream.generate(() -> retrier.pause(0, random).toSeconds())
                .limit(2_000)
                .toList();

        assertThat(seconds).anyMatch(s -> s < 2).anyMatch(s -> s > 97);
        assertThat(seconds.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isBetween(47.0, 52.0);
    }

    @Test
    void growthWithoutCapDoesNotOverflow() {
        Retrier retrier = new Retrier(List.of("X"), Duration.ofSeconds(1_000), 99, 10, null, false);

        assertThat(retrier.pause(400, new SplittableRandom(1))).isEqualTo(Duration.ofDays(366));
    }
}
