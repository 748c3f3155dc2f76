package candor.forecasting.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogReturnsTest {

    private final PriceHistory history = history(100, 110, 99, 99, 120);

    @Test
    void areTheLogarithmsOfAdjustedCloseRatios() {
        assertThat(LogReturns.of(history))
                .containsExactly(Double.NaN, StrictMath.log(1.1), StrictMath.log(0.9), 0, StrictMath.log(120.0 / 99));
    }

    @Test
    void ofAViewAreThoseOfTheWhole() {
        assertThat(LogReturns.of(history.visibleAt(2)))
                .containsExactly(Double.NaN, StrictMath.log(1.1), StrictMath.log(0.9));
    }

    @Test
    void targetsBeginAfterTheOrigin() {
        double[] r = LogReturns.of(history);
        assertThat(LogReturns.targets(r, 1)).containsExactly(r[1], r[2], r[3], r[4], Double.NaN);
        double[] two = LogReturns.targets(r, 2);
        assertThat(two).containsExactly(r[1] + r[2], r[2] + r[3], r[3] + r[4], Double.NaN, Double.NaN);
        assertThat(two[0]).isCloseTo(StrictMath.log(99.0 / 100), within(1e-15));
    }

    @Test
    void aHorizonBeyondTheHistoryHasNoTarget() {
        assertThat(LogReturns.targets(LogReturns.of(history), 5)).containsOnly(Double.NaN);
        assertThat(LogReturns.targets(new double[0], 1)).isEmpty();
    }

    @Test
    void refusesAHorizonBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogReturns.targets(new double[3], 0))
                .withMessage("horizon below 1: 0");
    }

    private static PriceHistory history(double... adjusted) {
        List<Bar> bars = IntStream.range(0, adjusted.length)
                .mapToObj(t -> new Bar(LocalDate.of(2024, 1, 2).plusDays(t), 7, 7, 7, 7, 0))
                .toList();
        return PriceHistory.of(bars, adjusted);
    }
}
