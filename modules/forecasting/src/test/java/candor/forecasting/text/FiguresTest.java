// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    /** 90.05 lies between two tenths: half to even goes down, where half up and a binary product went up. */
    @Test
    void halvesGoToTheEvenDigit() {
        assertThat(Figures.percent(0.9005)).isEqualTo("90.0 %");
        assertThat(Figures.percent(0.9015)).isEqualTo("90.2 %");
        assertThat(Figures.move(0.012345)).isEqualTo("1.23 %");
        assertThat(Figures.loss(1.23445)).isEqualTo("1.2344");
    }

    @ParameterizedTest
    @CsvSource({
        "0, < 0.0001",
        "0.00004, < 0.0001",
        "0.0001, 0.0001",
        "0.036, 0.036",
        "0.04999, 0.0499",
        "0.05, 0.05",
        "0.19, 0.19",
        "0.194, 0.19",
        "1, 1"
    })
    void noPValueIsZeroAndNoneCrossesTheLevel(double p, String text) {
        assertThat(Figures.p(p)).isEqualTo(text);
    }

    @Test
    void pValuesReadInSentences() {
        assertThat(Figures.pIs(0.00004)).isEqualTo("p < 0.0001");
        assertThat(Figures.pIs(0.19)).isEqualTo("p = 0.19");
        assertThat(Figures.pInWords(0.00004)).isEqualTo("below 0.0001");
        assertThat(Figures.pInWords(0.19)).isEqualTo("0.19");
    }

    @Test
    void levelsHaveTheDecimalsTheyNeed() {
        assertThat(Figures.level(0.9)).isEqualTo("90 %");
        assertThat(Figures.level(0.975)).isEqualTo("97.5 %");
        assertThat(Figures.beyond(0.95)).isEqualTo("5 %");
        assertThat(Figures.beyond(0.975)).isEqualTo("2.5 %");
    }

    @Test
    void scoresAreScaledExactly() {
        assertThat(Figures.score(0.0812345)).isEqualTo("8.123");
        assertThat(Figures.squaredError(0.000512345)).isEqualTo("5.123");
    }

    @Test
    void timesAreInTheUnitsThatAPersonReads() {
        assertThat(Figures.duration(Duration.ofMillis(14_040))).isEqualTo("14.0 s");
        assertThat(Figures.duration(Duration.ofMillis(59_949))).isEqualTo("59.9 s");
        assertThat(Figures.duration(Duration.ofMillis(59_950))).isEqualTo("1 min 0 s");
        assertThat(Figures.duration(Duration.ofSeconds(187))).isEqualTo("3 min 7 s");
        assertThat(Figures.duration(Duration.ofSeconds(3787))).isEqualTo("1 h 3 min 7 s");
        assertThat(Figures.seconds(Duration.ofMillis(12_345))).isEqualTo("12.345 s");
    }

    @Test
    void nouns() {
        assertThat(Figures.count(1, "outcome")).isEqualTo("1 outcome");
        assertThat(Figures.count(4837, "outcome")).isEqualTo("4,837 outcomes");
        assertThat(Figures.count(0, "row")).isEqualTo("0 rows");
        assertThat(Figures.count(1, "session", "has", "have")).isEqualTo("1 session has");
        assertThat(Figures.count(2, "session", "has", "have")).isEqualTo("2 sessions have");
    }

    @Test
    void evidenceHasFiveDigits() {
        assertThat(Figures.significant(0.00012345649)).isEqualTo("0.00012346");
        assertThat(Figures.significant(1.00005)).isEqualTo("1");
        assertThat(Figures.significant(1.00015)).isEqualTo("1.0002");
        assertThat(Figures.significant(-123456)).isEqualTo("-123460");
        assertThat(Figures.significant(Double.NEGATIVE_INFINITY)).isEqualTo("-");
        assertThat(Figures.significantPercent(0.025)).isEqualTo("2.5 %");
        assertThat(Figures.significantPercent(0.023456)).isEqualTo("2.35 %");
    }

    @Test
    void dates() {
        LocalDate date = LocalDate.of(2026, 4, 7);
        assertThat(Dates.full(date)).isEqualTo("7 April 2026");
        assertThat(Dates.month(date)).isEqualTo("Apr");
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(Figures.percent(null)).isEqualTo("-");
        assertThat(Figures.move(Double.NaN)).isEqualTo("-");
        assertThat(Figures.p(Double.NaN)).isEqualTo("-");
        assertThat(Figures.price(Double.POSITIVE_INFINITY)).isEqualTo("-");
        assertThat(Figures.score(null)).isEqualTo("-");
        assertThat(Figures.level(0)).isEqualTo("0 %");
    }

    @Test
    void nothingButZerosHasNoSign() {
        assertThat(Figures.statistic(-0.001)).isEqualTo("0.00");
        assertThat(Figures.percent(-0.0001)).isEqualTo("0.0 %");
    }

    /** A percentage reads back as the fraction to half of its last digit. */
    @Test
    void whatIsWrittenIsWithinHalfADigit() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 5_000; i++) {
            double fraction = random.nextDouble(-1, 1);
            BigDecimal read = new BigDecimal(Figures.move(fraction).replace(" %", ""));
            assertThat(Math.abs(read.doubleValue() - 100 * fraction)).isLessThanOrEqualTo(0.005 + 1e-12);
        }
    }
}
