package candor.marketdata.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {

    /** What is read is what the JDK reads, to the last bit; short and long, with and without a point. */
    @Test
    void readsAsTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(20260101);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int digits = random.nextInt(1, 21); digits > 0; digits--) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            if (random.nextInt(4) > 0) {
                text.insert(random.nextInt(text.length() + 1), '.');
            }
            double value = read(text.toString());
            if (!Double.isNaN(value)) {
                read++;
                assertThat(value).as("%s", text).isEqualTo(Double.parseDouble(text.toString()));
            }
        }
        assertThat(read).as("the others are left to the pattern").isGreaterThan(150_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-1", "+1", "1e3", " 1", "1.2.3", "1,5", "\u0661", "1234567890123456789"})
    void leavesTheRest(String text) {
        assertThat(read(text)).isNaN();
    }

    private static double read(String text) {
        return PlainDecimal.read(("<" + text + ">").toCharArray(), 1, text.length() + 1);
    }
}
