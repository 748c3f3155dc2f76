package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void stepsDown() {
        // By hand: 4 x .01, 3 x .03 = .09, then 2 x .04 = .08 lifted to .09, 1 x .5
        List<Double> adjusted = Holm.adjust(List.of(0.5, 0.01, 0.04, 0.03));
        double[] expected = {0.5, 0.04, 0.09, 0.09};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected[i], within(1e-15));
        }
        assertThat(Holm.adjust(List.of())).isEmpty();
        assertThat(Holm.adjust(List.of(0.3))).containsExactly(0.3);
    }

    @Test
    void keepsTheOrderAndOnlyRaises() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            List<Double> p = random.doubles(1 + random.nextInt(20)).boxed().toList();
            List<Double> adjusted = Holm.adjust(p);
            for (int a = 0; a < p.size(); a++) {
                assertThat(adjusted.get(a)).isBetween(p.get(a), 1.0).isLessThanOrEqualTo(p.size() * p.get(a) + 1e-15);
                for (int b = 0; b < p.size(); b++) {
                    if (p.get(a) <= p.get(b)) {
                        assertThat(adjusted.get(a)).isLessThanOrEqualTo(adjusted.get(b));
                    }
                }
            }
        }
    }

    @Test
    void oneMoreComparisonNeverHelps() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 200; i++) {
            List<Double> p = new ArrayList<>(
                    random.doubles(1 + random.nextInt(10)).boxed().toList());
            List<Double> before = Holm.adjust(p);
            p.add(random.nextDouble());
            List<Double> after = Holm.adjust(p);
            for (int a = 0; a < before.size(); a++) {
                assertThat(after.get(a)).isGreaterThanOrEqualTo(before.get(a));
            }
        }
    }
}
