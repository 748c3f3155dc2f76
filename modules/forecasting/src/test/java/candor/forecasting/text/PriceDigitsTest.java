// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceDigitsTest {

    private static final int CASES = 20_000;

    @ParameterizedTest
    @CsvSource({
        "74.22, 74.22",
        "74.2249, 74.22",
        "1, 1.00",
        "612345.678, 612345.68",
        "0.5, 0.5000",
        "0.05, 0.05000",
        "0.99999, 1.0000",
        "0.0022374, 0.002237",
        "0.00001234, 0.00001234",
        "0, 0.00",
        "74220000000, 74220000000",
        "12345678.9, 12345679",
        "2.2371e-12, 2.237E-12",
        "7.4221e20, 7.422E+20",
        "-3.456, -3.46"
    })
    void aPriceHasTheDigitsThatItNeeds(double price, String text) {
        assertThat(PriceDigits.text(price)).isEqualTo(text);
    }

    /** Above a dollar a price is quoted in cents; there half a cent is all that can be asked for. */
    @Test
    void whatIsPrintedAndReadBackIsThePrice() {
        Random random = new Random(20261130);
        for (int i = 0; i < CASES; i++) {
            double price = StrictMath.pow(10, -15 + 35 * random.nextDouble());
            double read = new BigDecimal(PriceDigits.text(price)).doubleValue();
            double allowed = price >= 1 && price < 10 ? 0.005 : 0.0005 * price;
            assertThat(Math.abs(read - price)).as("%s", price).isLessThanOrEqualTo(allowed * (1 + 1e-12));
        }
    }

    @Test
    void ordinaryPricesKeepTheirTwoDecimals() {
        Random random = new Random(42);
        for (int i = 0; i < CASES; i++) {
            double price = 1 + 9999 * random.nextDouble();
            assertThat(PriceDigits.text(price)).isEqualTo(String.format(Locale.ROOT, "%.2f", price));
        }
    }
}
