package candor.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Intervals that count the scores of other symbols beside the own ones. */
class PooledConformalTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);
    private static final Occasion CALM = new Occasion(FIRST, -1);
    private static final Occasion USUAL = new Occasion(FIRST, 0);

    /** Four scores of others that weigh 4; the level of 50 % is tempered, that of 90 % is not. */
    private record Others(double slope) implements Pool, PooledScores {

        private static final double[] SCORES = {1, 2, 3, 4};

        @Override
        public boolean isTempered(int level) {
            return level == 0;
        }

        @Override
        public Optional<PooledScores> at(LocalDate origin) {
            return origin.isBefore(FIRST) ? Optional.empty() : Optional.of(this);
        }

        @Override
        public double weight() {
            return 4;
        }

        @Override
        public double[] ofLevel(int level) {
            return SCORES;
        }

        @Override
        public double[] signed() {
            return new double[] {-4, -3, -2, -1, 1, 2, 3, 4};
        }

        @Override
        public double width(double wildness) {
            return StrictMath.exp(slope * wildness);
        }
    }

    private static AdaptiveConformal fresh(double slope) {
        return new AdaptiveConformal(ConformalState.start(5, List.of(0.5, 0.9), 0.01, 250), new Others(slope));
    }

    /** (0 + 4 + 1)(1 - .5) = 2.5, each of the others weighs 1: the third; 4.5 at 90 %: the largest. */
    @Test
    void thereIsAnIntervalFromTheFirstForecastOn() {
        Multipliers first = fresh(0).multipliers(USUAL);

        assertThat(first.levels()).containsExactly(3.0, 4.0);
        assertThat(first.tails()).containsExactly(-4.0, -4.0, 4.0, 4.0);
    }

    /** Falls of this stock are twice as large as its rises; the others' scores have no sign, and would hide it. */
    @Test
    void theEndsAreItsOwnOnceItHasEnoughErrors() {
        SplittableRandom random = new SplittableRandom(3);
        AdaptiveConformal conformal = fresh(0);
        for (int t = 0; t < 249; t++) {
            double error = random.nextGaussian();
            conformal.learn(error < 0 ? 2 * error : error, conformal.multipliers(USUAL));
        }
        double before = conformal.multipliers(USUAL).tails().getLast();
        conformal.learn(0.5, conformal.multipliers(USUAL));

        List<Double> own = conformal.multipliers(USUAL).tails();

        assertThat(before).isLessThan(4);
        assertThat(own).isEqualTo(new AdaptiveTails(5, 0.01, conformal.state().tails()).multipliers());
        assertThat(-own.getFirst()).isGreaterThan(1.3 * own.getLast());
    }

    @Test
    void beforeTheFirstListThereIsNone() {
        assertThat(fresh(0).multipliers(new Occasion(FIRST.minusDays(1), 0))).isEqualTo(Multipliers.NONE);
    }

    @Test
    void inCalmTimesATemperedIntervalIsWider() {
        double width = StrictMath.exp(0.25);

        Multipliers calm = fresh(-0.25).multipliers(CALM);

        assertThat(calm.levels()).containsExactly(3 * width, 4.0);
        assertThat(calm.width()).isEqualTo(width);
    }

    /** Where the mean log variance of the symbol is not known, nothing is known of calm and wild. */
    @Test
    void withoutAStateNothingIsTempered() {
        assertThat(fresh(-0.25).multipliers(new Occasion(FIRST, Double.NaN)).levels())
                .containsExactly(3.0, 4.0);
    }

    /** An error of 3.5 misses an interval of 3, and not one of 3 exp .25 = 3.85. */
    @Test
    void whatIsMissedIsTheIntervalThatWasIssued() {
        AdaptiveConformal usual = fresh(-0.25);
        usual.learn(3.5, usual.multipliers(USUAL));
        AdaptiveConformal calm = fresh(-0.25);
        calm.learn(3.5, calm.multipliers(CALM));

        assertThat(usual.state().alphas().getFirst()).isEqualTo(0.5 + 0.01 * (0.5 - 1), within(1e-15));
        assertThat(calm.state().alphas().getFirst()).isEqualTo(0.5 + 0.01 * 0.5, within(1e-15));
        assertThat(calm.state().scores()).containsExactly(3.5);
        assertThat(calm.state().tempered()).containsExactly(3.5 / StrictMath.exp(0.25));
    }

    @Test
    void itGoesOnFromItsState() {
        SplittableRandom random = new SplittableRandom(5);
        AdaptiveConformal whole = fresh(-0.1);
        for (int t = 0; t < 400; t++) {
            Occasion occasion = new Occasion(FIRST.plusDays(t), random.nextGaussian());
            Multipliers issued = whole.multipliers(occasion);
            whole.learn(2 * random.nextGaussian(), issued);
        }

        AdaptiveConformal restored = new AdaptiveConformal(whole.state(), new Others(-0.1));

        assertThat(restored.state()).isEqualTo(whole.state());
        assertThat(restored.multipliers(CALM)).isEqualTo(whole.multipliers(CALM));
    }

    /** With no own outcome the others say how far a loss may go: 4 beyond a value at risk of 3. */
    @Test
    void shortfallsAndFarEndsAreThoseOfTheOthersAtFirst() {
        AdaptiveConformal conformal = fresh(0);
        Multipliers issued = new Multipliers(List.of(2.0, 3.0), List.of(-3.0, -2.0, 2.0, 3.0));

        TailRisk tails = conformal.tailRisk(0, 0.1, issued, USUAL);
        PredictiveDistribution distribution = conformal.distribution(0, 0.1, issued, USUAL);

        assertThat(tails.shortfall99()).isEqualTo(0.4, within(1e-15));
        assertThat(tails.shortfall95()).isEqualTo(0.35, within(1e-15));
        assertThat(distribution.quantile(0)).isEqualTo(-0.4, within(1e-15));
        assertThat(distribution.quantile(0.95)).isEqualTo(0.3, within(1e-15));
    }

    @Test
    void ownOutcomesTakeOver() {
        SplittableRandom random = new SplittableRandom(8);
        AdaptiveConformal conformal = fresh(0);
        int misses = 0;
        for (int t = 0; t < 6000; t++) {
            Multipliers issued = conformal.multipliers(USUAL);
            double error = 0.3 * random.nextGaussian();
            misses += t >= 3000 && Math.abs(error) > issued.levels().get(1) ? 1 : 0;
            conformal.learn(error, issued);
        }

        assertThat(misses / 3000.0).isBetween(0.08, 0.12);
    }
}
