// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.text.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NumeralsTest {

    private record Pair(Function<Double, String> set, Function<Double, String> written) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(Numerals::percent, Figures::percent),
            new Pair(Numerals::move, Figures::move),
            new Pair(Numerals::meanMove, Figures::meanMove),
            new Pair(Numerals::rareShare, Figures::rareShare),
            new Pair(Numerals::level, Figures::level),
            new Pair(Numerals::loss, Figures::loss),
            new Pair(Numerals::score, Figures::score),
            new Pair(Numerals::squaredError, Figures::squaredError),
            new Pair(Numerals::statistic, Figures::statistic),
            new Pair(Numerals::tenth, Figures::tenth),
            new Pair(Numerals::price, Figures::price),
            new Pair(Numerals::pValue, Figures::p));

    @Test
    void numbersReadAsTheyShould() {
        assertThat(Numerals.plain(new BigDecimal("-1234567.891"), 2)).isEqualTo("\u22121,234,567.89");
        assertThat(Numerals.statistic(-1234567.891)).isEqualTo("\u22121,234,567.89");
        assertThat(Numerals.statistic(-0.001)).isEqualTo("0.00");
        assertThat(Numerals.percent(0.12345)).isEqualTo("12.3\u00a0%");
        assertThat(Numerals.level(0.9)).isEqualTo("90\u00a0%");
        assertThat(Numerals.level(0.975)).isEqualTo("97.5\u00a0%");
        assertThat(Numerals.price(0.05)).isEqualTo("0.05000");
        assertThat(Numerals.price(812.345)).isEqualTo("812.34");
        assertThat(Numerals.price(0.0022374)).isEqualTo("0.002237");
        assertThat(Numerals.price(74_220_000_000.0)).isEqualTo("74,220,000,000");
        assertThat(Numerals.price(2.2371e-12)).isEqualTo("2.237E\u221212");
        assertThat(Numerals.count(999)).isEqualTo("999");
        assertThat(Numerals.count(4837)).isEqualTo("4,837");
    }

    @Test
    void smallPValuesAreNotZero() {
        assertThat(Numerals.pValue(0.0)).isEqualTo("<\u00a00.0001");
        assertThat(Numerals.pValue(0.0123)).isEqualTo("0.0123");
    }

    /** The statement once had 90.1 % where the table beside it had 90.0 %. */
    @Test
    void theSameValueHasTheSameDigitsAsElsewhere() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            double value = Math.rint(random.nextDouble(-2, 2) * 1e5) / 1e5 * Math.pow(10, random.nextInt(-3, 6));
            for (Pair pair : PAIRS) {
                assertThat(unset(pair.set().apply(value)))
                        .isEqualTo(pair.written().apply(value));
            }
        }
    }

    private static String unset(String set) {
        return set.replace(",", "")
                .replace('\u2212', '-')
                .replace('\u00a0', ' ')
                .replace('\u2013', '-');
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(Numerals.statistic(null)).isEqualTo("\u2013");
        assertThat(Numerals.move(Double.NaN)).isEqualTo("\u2013");
        assertThat(Numerals.pValue(null)).isEqualTo("\u2013");
        assertThat(Numerals.price(Double.POSITIVE_INFINITY)).isEqualTo("\u2013");
    }
}
