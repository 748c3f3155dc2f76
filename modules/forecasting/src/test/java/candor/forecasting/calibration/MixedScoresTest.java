package candor.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixedScoresTest {

    /** Two own scores and a list of four that weighs 4: (2 + 4 + 1)(1 - .5) = 3.5 are wanted. */
    @Test
    void byHand() {
        Scores own = Scores.of(List.of(1.5, 3.5));
        double[] prior = {1, 2, 3, 4};

        // Up to 1: 1, 1.5: 2, 2: 3, 3: 4.
        assertThat(MixedScores.quantile(own, prior, 4, 0.5)).isEqualTo(3);
        // (7)(1 - .6) = 2.8: reached at 2.
        assertThat(MixedScores.quantile(own, prior, 4, 0.6)).isEqualTo(2);
        // 7 are wanted and 6 there: the largest.
        assertThat(MixedScores.quantile(own, prior, 4, 0)).isEqualTo(4);
        assertThat(MixedScores.quantile(own, prior, 4, -3)).isEqualTo(4);
        // Nothing is wanted: the smallest.
        assertThat(MixedScores.quantile(own, prior, 4, 1)).isEqualTo(1);
    }

    @Test
    void withoutOwnScoresThePriorDecides() {
        // (0 + 8 + 1)(1 - .5) = 4.5, each weighs 2: the third of four.
        assertThat(MixedScores.quantile(new Scores(), new double[] {1, 2, 3, 4}, 8, 0.5))
                .isEqualTo(3);
    }

    /** The rule, looked up one score after the other. */
    @Test
    void equalsTheRuleWrittenOut() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 500; trial++) {
            double[] own = draws(random, random.nextInt(0, 40));
            double[] prior = draws(random, random.nextInt(1, 30));
            double weight = random.nextInt(1, 60);
            double alpha = random.nextDouble(-0.1, 1.1);

            double found =
                    MixedScores.quantile(Scores.of(Arrays.stream(own).boxed().toList()), prior, weight, alpha);

            assertThat(found).as("trial %s", trial).isEqualTo(plain(own, prior, weight, alpha));
        }
    }

    private static double[] draws(SplittableRandom random, int n) {
        // Few values, so that there are ties.
        double[] drawn = random.doubles(n).map(u -> Math.floor(u * 12) / 4).toArray();
        Arrays.sort(drawn);
        return drawn;
    }

    private static double plain(double[] own, double[] prior, double weight, double alpha) {
        double wanted = (own.length + weight + 1) * (1 - Math.min(Math.max(alpha, 0), 1)) - 1e-9;
        double[] all = new double[own.length + prior.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(prior, 0, all, own.length, prior.length);
        Arrays.sort(all);
        for (double score : all) {
            long ofOwn = Arrays.stream(own).filter(one -> one <= score).count();
            long ofPrior = Arrays.stream(prior).filter(one -> one <= score).count();
            if (ofOwn + weight / prior.length * ofPrior >= wanted) {
                return score;
            }
        }
        return all[all.length - 1];
    }
}
