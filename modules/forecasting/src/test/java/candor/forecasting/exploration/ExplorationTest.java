package candor.forecasting.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    @Test
    void describesAlternatingReturns() {
        // +3, -1, +3, -1 ... percent: mean 1, deviations of 2 either way.
        Exploration exploration = Exploration.of(series(100, t -> t % 2 == 0 ? 0.03 : -0.01));
        assertThat(exploration.returns()).isEqualTo(100);
        assertThat(exploration.mean()).isCloseTo(0.01, within(1e-15));
        assertThat(exploration.standardDeviation()).isCloseTo(0.02 * Math.sqrt(100.0 / 99), within(1e-15));
        assertThat(exploration.skewness()).isCloseTo(0, within(1e-12));
        assertThat(exploration.excessKurtosis()).isCloseTo(-2, within(1e-12));
        assertThat(exploration.autocorrelation()).hasSize(20);
        assertThat(exploration.autocorrelation().getFirst()).isCloseTo(-0.99, within(1e-12));
        assertThat(exploration.autocorrelation().get(1)).isCloseTo(0.98, within(1e-12));
        assertThat(exploration.autocorrelationBound()).isCloseTo(0.196, within(1e-12));
    }

    @Test
    void skewnessAndKurtosisByHand() {
        // One 1 among 99 zeros: g1 = (1 - 2q)/sqrt(q(1 - q)), g2 = (1 - 6q(1 - q))/(q(1 - q)) with q = 1/100.
        Exploration exploration = Exploration.of(series(100, t -> t == 50 ? 1 : 0));
        double spread = 0.01 * 0.99;
        assertThat(exploration.skewness()).isCloseTo(0.98 / Math.sqrt(spread), within(1e-9));
        assertThat(exploration.excessKurtosis()).isCloseTo((1 - 6 * spread) / spread, within(1e-9));
    }

    @Test
    void largestMovesComeLargestFirstAndEarliestAmongEquals() {
        List<DailyReturn> series = series(100, t -> t == 7 ? -0.281 : t == 9 || t == 4 ? 0.1 : 0.001 * (t % 3));
        assertThat(Exploration.of(series).largestMoves())
                .hasSize(10)
                .startsWith(series.get(7), series.get(4), series.get(9))
                .isSortedAccordingTo(Comparator.comparingDouble((DailyReturn day) -> -Math.abs(day.logReturn())));
    }

    @Test
    void lawsOnRandomSeries() {
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 100; i++) {
            int n = 60 + random.nextInt(500);
            double scale = random.nextDouble(1e-4, 0.1);
            List<DailyReturn> series = series(n, t -> scale * random.nextGaussian());
            Exploration exploration = Exploration.of(series);
            assertThat(exploration.histogram().counts().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(n);
            assertThat(exploration.autocorrelation()).allMatch(rho -> Math.abs(rho) <= 1);
            assertThat(exploration.autocorrelationOfSquares()).allMatch(rho -> Math.abs(rho) <= 1);
            // The moment inequality: kurtosis >= skewness squared + 1.
            assertThat(exploration.excessKurtosis() + 3)
                    .isGreaterThanOrEqualTo(exploration.skewness() * exploration.skewness() + 1);
        }
    }

    @Test
    void histogramKeepsWhatLiesBeyondItsEnds() {
        assertThat(Histogram.of(new double[] {-9, 0, 0.5, 1, 1.5, 9, 2}, 0, 1, 2)
                        .counts())
                .containsExactly(3, 4);
    }

    @Test
    void refusesTooFewConstantAndMissingReturns() {
        assertThatThrownBy(() -> Exploration.of(series(59, t -> t)))
                .hasMessage("59 returns are too few to describe; at least 60 are needed");
        assertThatThrownBy(() -> Exploration.of(series(60, t -> 0.01)))
                .hasMessage("all 60 returns are of the same size: 0.01; check the prices");
        assertThatThrownBy(() -> new DailyReturn(LocalDate.of(2024, 1, 2), Double.NaN))
                .hasMessage("return of 2024-01-02 is not a number: NaN");
    }

    private static List<DailyReturn> series(int n, IntToDoubleFunction logReturn) {
        return IntStream.range(0, n)
                .mapToObj(t -> new DailyReturn(LocalDate.of(2020, 1, 1).plusDays(t), logReturn.applyAsDouble(t)))
                .toList();
    }
}
