package candor.marketdata.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestDoubleTest {

    /** What is computed is what the JDK reads, to the last bit, for few digits and many. */
    @Test
    void isWhatTheJdkReads() {
        SplittableRandom random = new SplittableRandom(20260102);
        for (int i = 0; i < 300_000; i++) {
            assertNearest(random.nextLong() >>> random.nextInt(1, 64), random.nextInt(NearestDouble.MOST_PLACES + 1));
        }
    }

    /** The middle between two doubles, and what is next to it, is where roundings go wrong. */
    @Test
    void isRightBesideTheMiddleOfTwoDoubles() {
        SplittableRandom random = new SplittableRandom(20260103);
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextDouble(1, 1 << random.nextInt(1, 24));
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.ulp(value) / 2));
            int places = 18 - (middle.precision() - middle.scale());
            long digits = middle.movePointRight(places).longValue();
            for (long beside = digits - 1; beside <= digits + 2; beside++) {
                assertNearest(beside, places);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 0, 9007199254740992.0", // the middle of two: the even one
        "9007199254740995, 0, 9007199254740996.0",
        "90071992547409930, 1, 9007199254740992.0",
        "90071992547409931, 1, 9007199254740994.0",
        "4503599627370497500, 3, 4503599627370497.5",
        "9223372036854775807, 0, 9223372036854775807.0",
        "9223372036854775807, 19, 0.9223372036854775807",
        "12000274658203125, 16, 1.2000274658203125",
        "0, 19, 0.0"
    })
    void isTheEvenOneOfTwoAsNear(long digits, int places, double nearest) {
        assertThat(NearestDouble.of(digits, places)).isEqualTo(nearest);
        assertNearest(digits, places);
    }

    private static void assertNearest(long digits, int places) {
        String text = BigDecimal.valueOf(digits, places).toPlainString();
        assertThat(NearestDouble.of(digits, places)).as("%s", text).isEqualTo(Double.parseDouble(text));
    }
}
