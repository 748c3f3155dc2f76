package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.evaluation.scorecard.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class DayClusteredTest {

    /** From statsmodels 0.15.0, OLS on a constant with cov_type "cluster" and with "hac-groupsum" and 4 lags. */
    @Test
    void equalsStatsmodelsOnAnUnbalancedPanel() {
        SortedMap<LocalDate, List<Double>> panel = new TreeMap<>();
        for (int day = 0; day < 30; day++) {
            List<Double> values = new ArrayList<>();
            for (int symbol = 0; symbol <= day % 3; symbol++) {
                values.add((day * 7 + symbol * 3) % 11 - 5.0 + day % 4);
            }
            panel.put(Rows.session(day), values);
        }
        compare(DayClustered.mean(panel), 0.6090774217738699, 2.257589244892797);
        compare(DayClustered.mean(panel, 5), 0.6280566211776977, 2.238610045488969);
    }

    private static void compare(DayClustered interval, double lower, double upper) {
        assertThat(interval.observations()).isEqualTo(60);
        assertThat(interval.days()).isEqualTo(30);
        assertThat(interval.lower()).isCloseTo(lower, within(1e-12));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void oneSymbolHasTheTextbookInterval() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 50; run++) {
            double[] values = random.doubles(2 + random.nextInt(300), -1, 3).toArray();
            double mean = 0;
            for (double value : values) {
                mean += value / values.length;
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            int n = values.length;
            double reach =
                    new TDistribution(n - 1).inverseCumulativeProbability(0.975) * Math.sqrt(squares / (n - 1) / n);
            DayClustered interval = DayClustered.mean(panel(1, () -> 0, values));
            assertThat(interval.value()).isCloseTo(mean, within(1e-12));
            assertThat(interval.upper()).isCloseTo(mean + reach, within(1e-12));
            assertThat(interval.lower()).isCloseTo(mean - reach, within(1e-12));
        }
    }

    @Test
    void symbolsThatMoveAsOneCountAsOne() {
        SplittableRandom random = new SplittableRandom(2);
        for (int run = 0; run < 50; run++) {
            double[] market = random.doubles(200).toArray();
            int horizon = 1 + random.nextInt(21);
            DayClustered one = DayClustered.mean(panel(1, () -> 0, market), horizon);
            DayClustered many = DayClustered.mean(panel(2 + random.nextInt(60), () -> 0, market), horizon);
            assertThat(many.lower()).isCloseTo(one.lower(), within(1e-12));
            assertThat(many.upper()).isCloseTo(one.upper(), within(1e-12));
        }
    }

    @Test
    void independentSymbolsNarrowTheIntervalByTheRootOfTheirNumber() {
        SplittableRandom random = new SplittableRandom(3);
        for (int symbols : new int[] {4, 25, 100}) {
            double one = width(DayClustered.mean(panel(1, random::nextGaussian, new double[4000])));
            double many = width(DayClustered.mean(panel(symbols, random::nextGaussian, new double[4000])));
            assertThat(many * Math.sqrt(symbols) / one).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void holdsTheTruthAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(4);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            double[] market = new double[60];
            for (int day = 0; day < market.length; day++) {
                market[day] = random.nextGaussian();
            }
            DayClustered interval = DayClustered.mean(panel(8, random::nextGaussian, market));
            held += interval.lower() <= 0 && interval.upper() >= 0 ? 1 : 0;
        }
        assertThat(held).isBetween(930, 970);
    }

    @Test
    void refusesWhatGivesNoInterval() {
        assertThatThrownBy(() -> DayClustered.mean(panel(3, () -> 0, new double[1])))
                .hasMessage("an interval needs at least two days, got 1");
        assertThatThrownBy(() -> DayClustered.mean(panel(0, () -> 0, new double[5])))
                .hasMessage("0 observations with the sum 0.0");
        assertThatThrownBy(() -> DayClustered.mean(panel(2, () -> Double.NaN, new double[5])))
                .hasMessage("10 observations with the sum NaN");
        assertThatThrownBy(() -> DayClustered.mean(Collections.emptySortedMap(), 0))
                .hasMessage("horizon below 1: 0");
    }

    private static double width(DayClustered interval) {
        return interval.upper() - interval.lower();
    }

    /** So many symbols a day, each at the day's market value and its own on top. */
    private static SortedMap<LocalDate, List<Double>> panel(int symbols, DoubleSupplier own, double[] market) {
        SortedMap<LocalDate, List<Double>> panel = new TreeMap<>();
        for (int day = 0; day < market.length; day++) {
            List<Double> values = new ArrayList<>();
            for (int symbol = 0; symbol < symbols; symbol++) {
                values.add(market[day] + own.getAsDouble());
            }
            panel.put(Rows.session(day), values);
        }
        return panel;
    }
}
