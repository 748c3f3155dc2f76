package candor.forecasting.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

    @Test
    void equalsNumpyOnTwoPeriodsOfStx() throws IOException {
        double[] reference = ReferenceSamples.reference();
        double[] current = ReferenceSamples.current();
        assertThat(reference).hasSize(2516);
        assertThat(current).hasSize(533);
        PopulationStability found = PopulationStability.of(reference, current);
        assertThat(found.index()).isCloseTo(ReferenceSamples.number("psi_decile"), within(1e-9));
        assertAllClose(found.cuts(), ReferenceSamples.numbers("inner_edges"));
        assertAllClose(found.referenceShares(), ReferenceSamples.numbers("psi_ref_share"));
        assertAllClose(found.currentShares(), ReferenceSamples.numbers("psi_cur_share"));
    }

    private static void assertAllClose(List<Double> found, double[] expected) {
        assertThat(found.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, within(1e-12));
    }

    /** Ten values a bin before; now all above the last cut, so nine bins have the least share. */
    @Test
    void oneBinTakesAllByHand() {
        double[] reference = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        double expected = 9 * (1e-4 - 0.1) * StrictMath.log(1e-3) + 0.9 * StrictMath.log(10);
        PopulationStability found = PopulationStability.of(reference, new double[] {200, 300});
        assertThat(found.index()).isCloseTo(expected, within(1e-12));
        assertThat(found.referenceShares()).containsOnly(0.1);
        assertThat(found.currentShares()).endsWith(0.0, 1.0).startsWith(0.0);
        assertThat(found.cuts()).startsWith(0.1 * 99).isSorted();
    }

    @Test
    void isNothingForTheSameValuesInAnyOrder() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 100; i++) {
            double[] values = sample(random, 1 + random.nextInt(400), 0);
            assertThat(PopulationStability.of(values, shuffled(values, random)).index())
                    .isZero();
        }
    }

    @Test
    void isNeverBelowZeroAndKnowsNoOrder() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 200; i++) {
            double[] reference = sample(random, 1 + random.nextInt(400), 0);
            double[] current = sample(random, 1 + random.nextInt(200), random.nextDouble(-1, 1));
            PopulationStability found = PopulationStability.of(reference, current);
            assertThat(found.index()).isNotNegative();
            assertThat(PopulationStability.of(shuffled(reference, random), shuffled(current, random)))
                    .isEqualTo(found);
        }
    }

    /** A unit of measurement is no drift; powers of two change no bit. */
    @Test
    void knowsNoUnit() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 100; i++) {
            double[] reference = sample(random, 300, 0);
            double[] current = sample(random, 100, 0.3);
            double scale = Math.scalb(1.0, random.nextInt(-20, 20));
            double[] scaled = DoubleStream.of(reference).map(x -> x * scale).toArray();
            assertThat(PopulationStability.of(
                                    scaled,
                                    DoubleStream.of(current).map(x -> x * scale).toArray())
                            .index())
                    .isEqualTo(PopulationStability.of(reference, current).index());
        }
    }

    @Test
    void growsWithTheShift() {
        SplittableRandom random = new SplittableRandom(14);
        double[] reference = sample(random, 5000, 0);
        double[] current = sample(random, 1000, 0);
        double before = 0;
        for (double shift = 0.25; shift < 3; shift += 0.25) {
            double by = shift;
            double index = PopulationStability.of(
                            reference, DoubleStream.of(current).map(x -> x + by).toArray())
                    .index();
            assertThat(index).as("shift " + by).isGreaterThan(before);
            before = index;
        }
    }

    /** What the Javadoc promises of independent values without drift. */
    @Test
    void withoutDriftItIsAsLargeAsChanceMakesIt() {
        SplittableRandom random = new SplittableRandom(15);
        double mean = IntStream.range(0, 400)
                .mapToDouble(i -> PopulationStability.of(sample(random, 1000, 0), sample(random, 250, 0))
                        .index())
                .average()
                .orElseThrow();
        double expected = 9 * (1 / 1000.0 + 1 / 250.0);
        assertThat(mean).isBetween(0.9 * expected, 1.15 * expected);
    }

    @Test
    void tiesLeaveBinsEmpty() {
        double[] reference = new double[100];
        Arrays.fill(reference, 60, 80, 1);
        Arrays.fill(reference, 80, 100, 2);
        PopulationStability found = PopulationStability.of(reference, new double[] {0, 1, 2, 2});
        assertThat(found.cuts()).isSorted();
        assertThat(found.referenceShares().stream().filter(share -> share > 0)).containsExactly(0.6, 0.2, 0.2);
        assertThat(found.currentShares().stream().filter(share -> share > 0)).containsExactly(0.25, 0.25, 0.5);
        assertThat(found.index())
                .isCloseTo(
                        -0.35 * StrictMath.log(0.25 / 0.6)
                                + 0.05 * StrictMath.log(0.25 / 0.2)
                                + 0.3 * StrictMath.log(0.5 / 0.2),
                        within(1e-12));
    }

    /** Of a constant all cuts are the same value, which belongs above them together with all that is larger. */
    @Test
    void constantReferenceTellsSmallerValuesApartOnly() {
        double[] constant = {3, 3, 3, 3};
        assertThat(PopulationStability.of(constant, new double[] {3, 3}).index())
                .isZero();
        assertThat(PopulationStability.of(constant, new double[] {4, 5}).index())
                .isZero();
        assertThat(PopulationStability.of(constant, new double[] {2}).index())
                .isCloseTo(2 * (1 - 1e-4) * StrictMath.log(1e4), within(1e-12));
    }

    @Test
    void refusesNothingAndWhatIsNotFinite() {
        double[] good = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationStability.of(new double[0], good))
                .withMessage("the reference sample has no value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationStability.of(good, new double[0]))
                .withMessage("the current sample has no value");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PopulationStability.of(new double[] {1, bad, 2}, good))
                    .withMessage("the reference sample has a value that is not finite: " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PopulationStability.of(good, new double[] {bad}))
                    .withMessage("the current sample has a value that is not finite: " + bad);
        }
    }

    static double[] sample(SplittableRandom random, int size, double shift) {
        return IntStream.range(0, size)
                .mapToDouble(i -> random.nextGaussian() + shift)
                .toArray();
    }

    static double[] shuffled(double[] values, SplittableRandom random) {
        List<Double> list = Arrays.asList(DoubleStream.of(values).boxed().toArray(Double[]::new));
        Collections.shuffle(list, new Random(random.nextLong()));
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
