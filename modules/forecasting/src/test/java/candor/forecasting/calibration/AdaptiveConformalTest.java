package candor.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdaptiveConformalTest {

    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95, 0.99);

    /** Own scores alone do not ask when it is. */
    private static final Occasion NOW = new Occasion(LocalDate.EPOCH, Double.NaN);

    private static AdaptiveConformal fresh(int warmUp) {
        return new AdaptiveConformal(ConformalState.start(1, LEVELS, 0.002, warmUp));
    }

    @Test
    void thereIsNoIntervalBeforeTheWarmUp() {
        AdaptiveConformal conformal = fresh(3);
        conformal.learn(1, conformal.multipliers(NOW));
        conformal.learn(2, conformal.multipliers(NOW));
        assertThat(conformal.multipliers(NOW)).isEqualTo(Multipliers.NONE);
        conformal.learn(3, conformal.multipliers(NOW));
        assertThat(conformal.multipliers(NOW).levels()).hasSize(5);
        assertThat(conformal.multipliers(NOW).tails()).hasSize(4);
    }

    /** Nine scores 1..9: k = ceil(10 (1 - alpha)) is 5, 8, 9, 10 limited to 9, 10 limited to 9. */
    @Test
    void theMultiplierIsTheRankedScore() {
        AdaptiveConformal conformal = fresh(9);
        for (int score = 9; score >= 1; score--) {
            conformal.learn(score, Multipliers.NONE);
        }
        assertThat(conformal.multipliers(NOW).levels()).containsExactly(5.0, 8.0, 9.0, 9.0, 9.0);
    }

    @Test
    void alphaFallsAfterAMissAndRisesAfterAHit() {
        AdaptiveConformal conformal = fresh(1);
        conformal.learn(1, Multipliers.NONE);
        conformal.learn(2, new Multipliers(List.of(1.0, 1.0, 3.0, 3.0, 3.0), List.of()));
        List<Double> alphas = conformal.state().alphas();
        assertThat(alphas.get(0)).isEqualTo(0.5 + 0.002 * (0.5 - 1), within(1e-15));
        assertThat(alphas.get(2)).isEqualTo(0.1 + 0.002 * 0.1, within(1e-15));
    }

    /** (1 - L)/.1 of gamma at .95 and .99; the study's prior files hold these numbers. */
    @Test
    void overSeveralSessionsOuterLevelsMoveInSmallerSteps() {
        assertThat(ConformalState.step(5, 0.001, 1 - 0.95)).isEqualTo(0.0005, within(1e-15));
        assertThat(ConformalState.step(21, 0.0005, 1 - 0.99)).isEqualTo(0.00005, within(1e-15));
        assertThat(ConformalState.step(21, 0.0005, 1 - 0.5)).isEqualTo(0.0005);
        assertThat(ConformalState.step(1, 0.002, 1 - 0.99)).isEqualTo(0.002);
    }

    /**
     * With one step for all levels 21 misses in a row took alpha of the 99 % level below 0, and the band to the largest
     * score ever.
     */
    @Test
    void aClusterOfMissesDoesNotTakeAlphaBelowZero() {
        AdaptiveConformal conformal = new AdaptiveConformal(ConformalState.start(21, LEVELS, 0.0005, 1));
        for (int session = 0; session < 21; session++) {
            conformal.learn(4, new Multipliers(List.of(1.0, 1.0, 1.0, 1.0, 3.0), List.of()));
        }
        assertThat(conformal.state().alphas().getLast()).isEqualTo(0.01 - 21 * 0.00005 * 0.99, within(1e-15));
    }

    @Test
    void coverageApproachesTheNominalOneThoughTheScaleIsWrong() {
        SplittableRandom random = new SplittableRandom(11);
        AdaptiveConformal conformal = fresh(250);
        int[] inside = new int[LEVELS.size()];
        int n = 0;
        for (int t = 0; t < 6000; t++) {
            double score = Math.abs(random.nextGaussian()) * (t < 3000 ? 1 : 1.6);
            Multipliers given = conformal.multipliers(NOW);
            List<Double> issued = given.levels();
            for (int j = 0; j < issued.size(); j++) {
                inside[j] += score <= issued.get(j) ? 1 : 0;
            }
            n += issued.isEmpty() ? 0 : 1;
            conformal.learn(score, given);
        }
        for (int j = 0; j < inside.length; j++) {
            assertThat((double) inside[j] / n).isEqualTo(LEVELS.get(j), within(0.02));
        }
    }

    @Test
    void aRestoredStateContinuesBitForBit() {
        SplittableRandom random = new SplittableRandom(4);
        AdaptiveConformal whole = fresh(20);
        AdaptiveConformal restored = fresh(20);
        for (int t = 0; t < 400; t++) {
            double score = Math.abs(random.nextGaussian());
            whole.learn(score, whole.multipliers(NOW));
            restored = new AdaptiveConformal(restored.state());
            restored.learn(score, restored.multipliers(NOW));
        }
        assertThat(restored.state()).isEqualTo(whole.state());
        assertThat(restored.multipliers(NOW)).isEqualTo(whole.multipliers(NOW));
    }

    @Test
    void scoresStayAscending() {
        SplittableRandom random = new SplittableRandom(9);
        Scores scores = new Scores();
        List<Double> given = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            double score = random.nextInt(100);
            scores.insert(score);
            given.add(score);
        }
        assertThat(scores.toList()).isEqualTo(given.stream().sorted().toList());
        assertThat(scores.above(97)).containsOnly(98, 99);
        assertThatThrownBy(() -> scores.insert(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void aScoreOnTheMultiplierIsInside() {
        AdaptiveConformal conformal = fresh(1);
        conformal.learn(2, new Multipliers(List.of(2.0, 2.0, 2.0, 2.0, 2.0), List.of()));
        List<Double> alphas = conformal.state().alphas();
        assertThat(alphas.getFirst()).isEqualTo(0.5 + 0.002 * 0.5, within(1e-15));
        assertThat(alphas.getLast()).isEqualTo(0.01 + 0.002 * 0.01, within(1e-15));
    }

    /** Of nine scores, k = ceil(10 (1 - alpha)): 1 at alpha .9, which is the smallest; 0 at 1 and beyond, an empty band. */
    @Test
    void aLevelThatHasCoveredTooMuchShrinksToTheSmallestScoreAndThenToNothing() {
        List<Double> scores = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
        ConformalState state = new ConformalState(
                1,
                List.of(0.5, 0.8, 0.9),
                0.002,
                9,
                List.of(0.9, 1.0, 1.5),
                scores,
                List.of(),
                new TailState(TailState.START.alphas(), scores));
        assertThat(new AdaptiveConformal(state).multipliers(NOW).levels()).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void equalScoresAllCount() {
        Scores scores = Scores.of(List.of(2.0, 1.0, 2.0, 3.0, 2.0));
        assertThat(scores.atMost(0.5)).isZero();
        assertThat(scores.atMost(2)).isEqualTo(4);
        assertThat(scores.above(2)).containsExactly(3);
        assertThat(scores.smallest(4)).isEqualTo(2);
    }

    @Test
    void calibrationHasStartedWhereThereAreMultipliers() {
        assertThat(Multipliers.NONE.isEmpty()).isTrue();
        assertThat(new Multipliers(List.of(1.0), List.of()).isEmpty()).isFalse();
    }

    @Test
    void refusesAStepThatIsNone() {
        for (double gamma : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> ConformalState.start(1, LEVELS, gamma, 1)).hasMessageEndingWith(" " + gamma);
        }
        assertThatThrownBy(() -> ConformalState.start(0, LEVELS, 0.002, 1)).hasMessageEndingWith("0, 1, 0.002");
        assertThatThrownBy(() -> ConformalState.start(1, LEVELS, 0.002, 0)).hasMessageEndingWith("1, 0, 0.002");
    }
}
