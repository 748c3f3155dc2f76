package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.evaluation.test.Christoffersen;
import candor.forecasting.evaluation.test.Kupiec;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.walkforward.BacktestRow;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailScoringTest {

    /** Of Rows.normalTails(1). */
    private static final double ONE_PERCENT = -2.33;

    private static List<BacktestRow> rows(int horizon, int count, IntPredicate falls, double how) {
        List<BacktestRow> made = Rows.of(horizon, count, 0, 0, new SplittableRandom(1));
        return IntStream.range(0, count)
                .mapToObj(t -> Rows.withTails(
                        Rows.with(made.get(t), 0, 0, Rows.normal(1)), falls.test(t) ? how : 0, Rows.normalTails(1)))
                .toList();
    }

    private static TailScore score(List<BacktestRow> rows, String tail, double level) {
        return TailScoring.of(rows).stream()
                .filter(score -> score.tail().equals(tail) && score.level() == level)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBoundIsTheTailsOwnQuantile() {
        assertThat(score(rows(1, 300, t -> t == 7, ONE_PERCENT - 1e-9), TailScore.LOWER, 0.99)
                        .violations())
                .isEqualTo(1);
        assertThat(score(rows(1, 300, t -> t == 7, ONE_PERCENT + 1e-9), TailScore.LOWER, 0.99)
                        .violations())
                .isZero();
        assertThat(score(rows(1, 300, t -> t == 7, -ONE_PERCENT + 1e-9), TailScore.UPPER, 0.99)
                        .violations())
                .isEqualTo(1);
        assertThat(score(rows(1, 300, t -> t == 7, -1.65), TailScore.LOWER, 0.95)
                        .violations())
                .isEqualTo(1);
    }

    /** Rows from before there were tails. */
    @Test
    void rowsWithoutTailsAreNotScored() {
        List<BacktestRow> rows = rows(1, 30, t -> false, 0);
        List<BacktestRow> without = rows.stream()
                .map(row -> row.with(row.sigma(), row.quantiles(), Collections.nCopies(4, Double.NaN)))
                .toList();
        assertThat(TailScoring.of(without)).isEmpty();
    }

    @Test
    void aSymmetricIntervalHidesWhatTheTailsShow() {
        List<BacktestRow> rows = rows(1, 1000, t -> t % 10 == 0, -1.7);
        TailScore lower = score(rows, TailScore.LOWER, 0.95);
        TailScore upper = score(rows, TailScore.UPPER, 0.95);
        assertThat(IntervalScoring.of(rows).intervals().get(2).coverage()).isCloseTo(0.9, within(1e-12));
        assertThat(lower.violations()).isEqualTo(100);
        assertThat(lower.expected()).isEqualTo(50);
        assertThat(lower.kupiecP()).isEqualTo(Kupiec.of(100, 1000, 0.05).p()).isLessThan(1e-6);
        assertThat(upper.violations()).isZero();
        assertThat(upper.kupiecP()).isLessThan(1e-6);
    }

    @Test
    void theTrafficLightJudgesTheLast250Sessions() {
        assertThat(zone(4)).isEqualTo("green");
        assertThat(zone(5)).isEqualTo("yellow");
        assertThat(zone(9)).isEqualTo("yellow");
        assertThat(zone(10)).isEqualTo("red");
        TrafficLight quiet = Objects.requireNonNull(
                score(rows(1, 400, t -> t < 150, -3), TailScore.LOWER, 0.99).trafficLight());
        assertThat(quiet).isEqualTo(new TrafficLight(250, 0, "green"));
        assertThat(score(rows(1, 249, t -> false, 0), TailScore.LOWER, 0.99).trafficLight())
                .isNull();
        assertThat(TailScoring.of(rows(5, 400, t -> false, 0)))
                .allSatisfy(score -> assertThat(score.trafficLight()).isNull());
        assertThat(TailScoring.of(rows(1, 400, t -> false, 0)))
                .filteredOn(score -> score.trafficLight() != null)
                .singleElement()
                .isEqualTo(score(rows(1, 400, t -> false, 0), TailScore.LOWER, 0.99));
    }

    private static String zone(int violations) {
        return Objects.requireNonNull(score(rows(1, 300, t -> t >= 300 - violations, -3), TailScore.LOWER, 0.99)
                        .trafficLight())
                .zone();
    }

    @Test
    void longerHorizonsTakeTheMedianOfSeriesThatDoNotOverlap() {
        List<BacktestRow> rows = rows(5, 500, t -> t % 5 == 0 && t < 60, -3);
        TailScore score = score(rows, TailScore.LOWER, 0.95);
        assertThat(score.violations()).isEqualTo(12);
        // Four of the five series have no violation, the fifth has all.
        assertThat(score.kupiecP()).isEqualTo(Kupiec.of(0, 100, 0.05).p());
        boolean[] quiet = new boolean[100];
        assertThat(score.conditionalCoverageP())
                .isEqualTo(Christoffersen.of(quiet, 0.05).conditionalCoverageP());
        assertThat(score.christoffersenP()).isEqualTo(1);
    }

    @Test
    void bothTailsAtBothLevelsOrNothing() {
        assertThat(TailScoring.of(rows(1, 30, t -> false, 0)))
                .extracting(score -> score.tail() + score.level())
                .containsExactly("lower0.95", "lower0.99", "upper0.95", "upper0.99");
        assertThat(TailScoring.of(List.of())).isEmpty();
    }
}
