package candor.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumeralsTest {

    @Test
    void numbersReadAsTheyShould() {
        assertThat(Numerals.fixed(-1234567.891, 2)).isEqualTo("\u22121,234,567.89");
        assertThat(Numerals.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numerals.percent(0.12345, 1)).isEqualTo("12.3\u00a0%");
        assertThat(Numerals.level(0.9)).isEqualTo("90\u00a0%");
        assertThat(Numerals.level(0.975)).isEqualTo("97.5\u00a0%");
        assertThat(Numerals.price(0.05)).isEqualTo("0.05000");
        assertThat(Numerals.price(812.345)).isEqualTo("812.34");
        assertThat(Numerals.price(0.0022374)).isEqualTo("0.002237");
        assertThat(Numerals.price(74_220_000_000.0)).isEqualTo("74,220,000,000");
        assertThat(Numerals.price(2.2371e-12)).isEqualTo("2.237E\u221212");
        assertThat(Numerals.count(999)).isEqualTo("999");
    }

    @Test
    void smallPValuesAreNotZero() {
        assertThat(Numerals.pValue(0.0)).isEqualTo("<\u00a00.001");
        assertThat(Numerals.pValue(0.0123)).isEqualTo("0.012");
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(Numerals.fixed(null, 2)).isEqualTo("\u2013");
        assertThat(Numerals.percent(Double.NaN, 2)).isEqualTo("\u2013");
        assertThat(Numerals.pValue(null)).isEqualTo("\u2013");
        assertThat(Numerals.price(Double.POSITIVE_INFINITY)).isEqualTo("\u2013");
    }
}
