package candor.store.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void everyFiniteNumberComesBackBitForBit() {
        SplittableRandom random = new SplittableRandom(20260424);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertComesBack(value);
            }
            assertComesBack((random.nextDouble() - 0.5) * 1e3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                1e15,
                999_999_999_999_999.0,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                1e23
            })
    void numbersOnAnEdgeComeBackToo(double value) {
        assertComesBack(value);
    }

    /** What Double.parseDouble takes for a number is the same number here: half way cases are rounded to even. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "2.2250738585072011e-308",
                "0.500000000000000166533453693773481063544750213623046875",
                "1e-400",
                "17976931348623157e292",
                "2.4703282292062327208e-324",
                "3.518437208883201171875e13",
                "62.5364939768271845828",
                "007.50",
                "+1.5E+2",
                "-.5"
            })
    void textIsReadAsJavaReadsIt(String text) {
        assertThat(Double.doubleToRawLongBits(Csv.number(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "1,5", "1.5.2", "abc", "--1", "1e", "0x"})
    void textThatIsNoNumberIsRefused(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Csv.number(text));
    }

    @Test
    void anEmptyCellIsNoNumber() {
        assertThat(Csv.number("")).isNaN();
        assertThat(Csv.cell(Double.NaN)).isEmpty();
    }

    private static void assertComesBack(double value) {
        if (Double.doubleToRawLongBits(Csv.number(Csv.cell(value))) != Double.doubleToRawLongBits(value)) {
            assertThat(Csv.number(Csv.cell(value))).as(Csv.cell(value)).isEqualTo(value);
        }
    }
}
