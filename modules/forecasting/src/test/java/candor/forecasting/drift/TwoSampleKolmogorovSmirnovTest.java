package candor.forecasting.drift;

import static candor.forecasting.drift.PopulationStabilityTest.sample;
import static candor.forecasting.drift.PopulationStabilityTest.shuffled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoSampleKolmogorovSmirnovTest {

    @Test
    void equalsScipyOnTwoPeriodsOfStx() throws IOException {
        TwoSampleKolmogorovSmirnov test =
                TwoSampleKolmogorovSmirnov.of(ReferenceSamples.reference(), ReferenceSamples.current());
        assertThat(test.statistic()).isCloseTo(ReferenceSamples.number("ks_2samp_stat"), within(1e-12));
        assertThat(test.p()).isCloseTo(ReferenceSamples.number("ks_p_asymp"), withinPercentage(1e-8));
        // scipy's other one is exact; so large samples differ by half a percent.
        assertThat(test.p()).isCloseTo(ReferenceSamples.number("ks_p_auto"), withinPercentage(0.5));
    }

    /** F is 1/3, 2/3, 1 at 1, 2, 3 and G 1/2, 1 at 2.5, 4: furthest apart at 2, by 2/3. */
    @Test
    void statisticByHand() {
        assertThat(TwoSampleKolmogorovSmirnov.of(new double[] {3, 1, 2}, new double[] {4, 2.5})
                        .statistic())
                .isEqualTo(2 / 3.0);
        assertThat(TwoSampleKolmogorovSmirnov.of(new double[] {1}, new double[] {2}))
                .isEqualTo(new TwoSampleKolmogorovSmirnov(1, 0));
    }

    @Test
    void isTheGreatestDistanceByDefinition() {
        SplittableRandom random = new SplittableRandom(21);
        for (int i = 0; i < 200; i++) {
            boolean rounded = random.nextBoolean();
            double[] first = tied(sample(random, 1 + random.nextInt(60), 0), rounded);
            double[] second = tied(sample(random, 1 + random.nextInt(60), random.nextDouble(-1, 1)), rounded);
            double expected = DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                    .map(x -> Math.abs(atMost(x, first) - atMost(x, second)))
                    .max()
                    .orElseThrow();
            assertThat(TwoSampleKolmogorovSmirnov.of(first, second).statistic()).isCloseTo(expected, within(1e-12));
        }
    }

    private static double atMost(double x, double[] sample) {
        return (double) DoubleStream.of(sample).filter(value -> value <= x).count() / sample.length;
    }

    private static double[] tied(double[] values, boolean rounded) {
        return rounded ? DoubleStream.of(values).map(Math::rint).toArray() : values;
    }

    @Test
    void knowsNeitherOrderNorWhichSampleComesFirst() {
        SplittableRandom random = new SplittableRandom(22);
        for (int i = 0; i < 200; i++) {
            double[] first = sample(random, 1 + random.nextInt(300), 0);
            double[] second = sample(random, 1 + random.nextInt(300), random.nextDouble(-1, 1));
            TwoSampleKolmogorovSmirnov test = TwoSampleKolmogorovSmirnov.of(first, second);
            assertThat(TwoSampleKolmogorovSmirnov.of(second, first)).isEqualTo(test);
            assertThat(TwoSampleKolmogorovSmirnov.of(shuffled(first, random), shuffled(second, random)))
                    .isEqualTo(test);
            assertThat(test.statistic()).isBetween(0.0, 1.0);
            assertThat(test.p()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void strictlyIncreasingTransformsChangeNothing() {
        SplittableRandom random = new SplittableRandom(23);
        List<DoubleUnaryOperator> transforms =
                List.of(StrictMath::exp, StrictMath::atan, x -> x * x * x, x -> 7 * x - 3, StrictMath::sinh);
        for (DoubleUnaryOperator transform : transforms) {
            double[] first = sample(random, 300, 0);
            double[] second = sample(random, 200, 0.2);
            assertThat(TwoSampleKolmogorovSmirnov.of(
                            DoubleStream.of(first).map(transform).toArray(),
                            DoubleStream.of(second).map(transform).toArray()))
                    .isEqualTo(TwoSampleKolmogorovSmirnov.of(first, second));
        }
    }

    @Test
    void equalSamplesAreNotApart() {
        SplittableRandom random = new SplittableRandom(24);
        for (int size : new int[] {1, 2, 50, 1000}) {
            double[] values = sample(random, size, 0);
            assertThat(TwoSampleKolmogorovSmirnov.of(values, shuffled(values, random)))
                    .isEqualTo(new TwoSampleKolmogorovSmirnov(0, 1));
        }
        assertThat(TwoSampleKolmogorovSmirnov.of(new double[] {3, 3, 3}, new double[] {3, 3}))
                .isEqualTo(new TwoSampleKolmogorovSmirnov(0, 1));
        assertThat(TwoSampleKolmogorovSmirnov.of(new double[] {0.0}, new double[] {-0.0})
                        .statistic())
                .isZero();
    }

    @Test
    void constantReferenceIsFarFromEverythingElse() {
        double[] constant = new double[40];
        double[] others = sample(new SplittableRandom(25), 40, 9);
        assertThat(TwoSampleKolmogorovSmirnov.of(constant, others)).isEqualTo(new TwoSampleKolmogorovSmirnov(1, 0));
    }

    @Test
    void rejectsIndependentValuesAboutAsOftenAsItShould() {
        SplittableRandom random = new SplittableRandom(26);
        long rejected = IntStream.range(0, 1000)
                .filter(i -> TwoSampleKolmogorovSmirnov.of(sample(random, 500, 0), sample(random, 250, 0))
                                .p()
                        < 0.1)
                .count();
        assertThat(rejected).isBetween(70L, 130L);
    }

    /** Why no verdict is drawn from it: of values that resemble the one before, it rejects what has not moved. */
    @Test
    void rejectsFarTooOftenWhereValuesResembleTheirNeighbours() {
        SplittableRandom random = new SplittableRandom(27);
        long rejected = IntStream.range(0, 300)
                .filter(i -> TwoSampleKolmogorovSmirnov.of(persistent(random, 504), persistent(random, 250))
                                .p()
                        < 0.05)
                .count();
        assertThat(rejected).isGreaterThan(200);
    }

    private static double[] persistent(SplittableRandom random, int size) {
        double[] values = sample(random, size, 0);
        values[0] /= Math.sqrt(1 - 0.98 * 0.98);
        for (int t = 1; t < size; t++) {
            values[t] += 0.98 * values[t - 1];
        }
        return values;
    }

    @Test
    void refusesNothingAndWhatIsNotFinite() {
        double[] good = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoSampleKolmogorovSmirnov.of(new double[0], good))
                .withMessage("the reference sample has no value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoSampleKolmogorovSmirnov.of(good, new double[] {Double.NaN}))
                .withMessage("the current sample has a value that is not finite: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoSampleKolmogorovSmirnov.of(new double[] {Double.NEGATIVE_INFINITY, 1}, good))
                .withMessage("the reference sample has a value that is not finite: -Infinity");
    }
}
