// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.test.LjungBox;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.UniformityTest;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4837 | 0.90 | 0.80  | 0.50 | held",
                "4837 | 0.87 | 0.04  | 0.50 | too narrow",
                "4837 | 0.93 | 0.04  | 0.50 | too wide",
                "4837 | 0.87 | 0.04  | 0.01 | too narrow, misses in clusters",
                "4837 | 0.90 | 0.05  | 0.05 | held",
                "99   | 0.50 | 0.001 | 0.01 | too few to judge"
            })
    void ofIntervals(int outcomes, double coverage, double kupiecP, double christoffersenP, String verdict) {
        assertThat(Verdicts.of(new IntervalScore(
                        0.9, outcomes, coverage, 0.1, kupiecP, christoffersenP, 0.5, new TreeMap<>(), null)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2000 | 20 | 0.90 | 0.50 | 0.60 | held",
                "2000 | 40 | 0.01 | 0.50 | 0.01 | passed too often",
                "2000 | 5  | 0.01 | 0.01 | 0.01 | passed too seldom, in clusters",
                "2000 | 27 | 0.08 | 0.09 | 0.04 | count and clusters together fail",
                "60   | 9  | 0.00 | 0.00 | 0.00 | too few to judge"
            })
    void ofTails(int outcomes, int violations, double kupiecP, double christoffersenP, double bothP, String verdict) {
        assertThat(Verdicts.of(tail(outcomes, violations, kupiecP, christoffersenP, bothP, null)))
                .isEqualTo(verdict);
    }

    @Test
    void ofTheTrafficLight() {
        assertThat(Verdicts.of(tail(2000, 20, 0.9, 0.5, 0.6, new TrafficLight(250, 4, TrafficLight.Zone.GREEN))))
                .isEqualTo("held");
        assertThat(Verdicts.of(tail(2000, 20, 0.9, 0.5, 0.6, new TrafficLight(250, 7, TrafficLight.Zone.YELLOW))))
                .isEqualTo("yellow zone");
    }

    /** The test of uniformity failed on STX at all horizons, and nothing said so. */
    @Test
    void ofTheOtherTests() {
        assertThat(Verdicts.of(new UniformityTest(0.0358))).isEqualTo("outcomes are not spread as forecast");
        assertThat(Verdicts.of(new UniformityTest(0.05))).isEqualTo("held");
        assertThat(Verdicts.of(new LjungBox(40, 0.01))).isEqualTo("clusters left unforeseen");
        assertThat(Verdicts.of(new LjungBox(10, 0.9))).isEqualTo("held");
        assertThat(Verdicts.of(new TestOutcome(-3, 0.001, 0.02))).isEqualTo("better");
        assertThat(Verdicts.of(new TestOutcome(3, 0.001, 0.02))).isEqualTo("worse");
        assertThat(Verdicts.of(new TestOutcome(3, 0.02, 0.2))).isEqualTo("may be chance");
        assertThat(Verdicts.of((TestOutcome) null)).isEmpty();
    }

    private static TailScore tail(
            int outcomes,
            int violations,
            double kupiecP,
            double christoffersenP,
            double bothP,
            @Nullable TrafficLight light) {
        return new TailScore(
                TailScore.Tail.LOWER,
                0.99,
                outcomes,
                violations,
                0.01 * outcomes,
                kupiecP,
                christoffersenP,
                bothP,
                light);
    }
}
