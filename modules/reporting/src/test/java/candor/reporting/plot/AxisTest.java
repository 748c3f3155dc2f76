package candor.reporting.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static final int CASES = 2000;

    @Test
    void numberTicksAreFewAscendingAndInside() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            double width = StrictMath.pow(10, random.nextDouble(-6, 7));
            double from = random.nextGaussian() * width * StrictMath.pow(10, random.nextDouble(-2, 3));
            Range range = new Range(from, from + width);
            int most = random.nextInt(6, 11);
            lawsHold(range, most, r -> Axis.numbers(r, most));
            lawsHold(range, most, r -> Axis.percent(r, most));
        }
    }

    @Test
    void logarithmicTicksAreFewAscendingAndInside() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            double from = StrictMath.pow(10, random.nextDouble(-3, 5));
            Range range = new Range(from, from * StrictMath.pow(10, random.nextDouble(0.01, 6)));
            int most = random.nextInt(8, 11);
            lawsHold(range, most, r -> Axis.logarithmic(r, most));
        }
    }

    @Test
    void dateTicksAreFewAscendingAndInside() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < CASES; i++) {
            double from = random.nextInt(-5000, 25_000);
            double days = Math.floor(StrictMath.pow(10, random.nextDouble(0.35, 4.5)));
            int most = random.nextInt(8, 11);
            lawsHold(new Range(from, from + days), most, r -> Axis.dates(r, most));
        }
    }

    private static void lawsHold(Range range, int most, Function<Range, Axis> axis) {
        List<Tick> ticks = axis.apply(range).ticks();
        assertThat(ticks).as("%s", range).hasSizeBetween(3, most);
        for (int i = 0; i < ticks.size(); i++) {
            assertThat(ticks.get(i).at()).as("%s", range).isBetween(range.from(), range.to());
            assertThat(i == 0 || ticks.get(i - 1).at() < ticks.get(i).at())
                    .as("%s", range)
                    .isTrue();
        }
    }

    @Test
    void labelsAreEnglishWithTrueMinusAndNoNoise() {
        assertThat(Axis.percent(new Range(-0.1, 0.2), 7).ticks())
                .extracting(Tick::label)
                .containsExactly(
                        "\u221210\u00a0%",
                        "\u22125\u00a0%", "0\u00a0%", "5\u00a0%", "10\u00a0%", "15\u00a0%", "20\u00a0%");
        assertThat(Axis.dates(new Range(20_089, 20_180), 10).ticks())
                .extracting(Tick::label)
                .startsWith("13\u00a0Jan", "27\u00a0Jan");
        assertThat(Axis.logarithmic(new Range(8, 1200), 8).ticks())
                .extracting(Tick::label)
                .containsExactly("10", "20", "50", "100", "200", "500", "1,000");
    }

    @Test
    void rangesAreNeverEmpty() {
        assertThat(Range.spanning(DoubleStream.of(Double.NaN))).isEqualTo(new Range(0, 1));
        assertThat(Range.spanning(DoubleStream.of(10, 10))).isEqualTo(new Range(9.5, 10.5));
        assertThat(Range.spanning(DoubleStream.of(0, Double.NaN))).isEqualTo(new Range(-1, 1));
    }
}
