package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calibration.PredictiveDistribution;
import candor.forecasting.calibration.Scores;
import candor.forecasting.evaluation.test.Christoffersen;
import candor.forecasting.evaluation.test.Kupiec;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailScoringTest {

    /** Of Rows.normal(1): -2.58 at 0.5 %, -1.96 at 2.5 %, hence -2.425 at 1 %. */
    private static final double ONE_PERCENT = -2.425;

    private static List<BacktestRow> rows(int horizon, int count, IntPredicate falls, double how) {
        List<BacktestRow> made = Rows.of(horizon, count, 0, 0, new SplittableRandom(1));
        return IntStream.range(0, count)
                .mapToObj(t -> Rows.with(made.get(t), falls.test(t) ? how : 0, 0, Rows.normal(1)))
                .toList();
    }

    private static TailScore score(List<BacktestRow> rows, TailScore.Tail tail, double level) {
        return TailScoring.of(rows).stream()
                .filter(score -> score.tail() == tail && score.level() == level)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBoundAtOnePercentIsAQuarterOfTheWay() {
        assertThat(score(rows(1, 300, t -> t == 7, ONE_PERCENT - 1e-9), TailScore.Tail.LOWER, 0.99)
                        .violations())
                .isEqualTo(1);
        assertThat(score(rows(1, 300, t -> t == 7, ONE_PERCENT + 1e-9), TailScore.Tail.LOWER, 0.99)
                        .violations())
                .isZero();
        assertThat(score(rows(1, 300, t -> t == 7, -ONE_PERCENT + 1e-9), TailScore.Tail.UPPER, 0.99)
                        .violations())
                .isEqualTo(1);
        assertThat(score(rows(1, 300, t -> t == 7, -1.65), TailScore.Tail.LOWER, 0.95)
                        .violations())
                .isEqualTo(1);
    }

    /** So that the value at risk of a forecast is the bound that its outcome is judged by. */
    @Test
    void theBoundIsTheForecastsOwnValueAtRisk() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200; i++) {
            List<Double> multipliers =
                    random.doubles(5, 0.1, 3).sorted().boxed().toList();
            PredictiveDistribution distribution = PredictiveDistribution.of(
                    random.nextGaussian() / 100, 0.02, List.of(0.5, 0.8, 0.9, 0.95, 0.99), multipliers, new Scores());
            double bound = -distribution.valueAtRisk(0.99);
            List<Double> quantiles = BacktestRow.PROBABILITIES.stream()
                    .map(distribution::quantile)
                    .toList();
            BacktestRow row = rows(1, 1, t -> false, 0).getFirst();
            assertThat(score(List.of(Rows.with(row, bound - 1e-12, 0, quantiles)), TailScore.Tail.LOWER, 0.99)
                            .violations())
                    .isEqualTo(1);
            assertThat(score(List.of(Rows.with(row, bound + 1e-12, 0, quantiles)), TailScore.Tail.LOWER, 0.99)
                            .violations())
                    .isZero();
        }
    }

    @Test
    void aSymmetricIntervalHidesWhatTheTailsShow() {
        List<BacktestRow> rows = rows(1, 1000, t -> t % 10 == 0, -1.7);
        TailScore lower = score(rows, TailScore.Tail.LOWER, 0.95);
        TailScore upper = score(rows, TailScore.Tail.UPPER, 0.95);
        assertThat(IntervalScoring.of(rows).intervals().get(2).coverage()).isCloseTo(0.9, within(1e-12));
        assertThat(lower.violations()).isEqualTo(100);
        assertThat(lower.expected()).isEqualTo(50);
        assertThat(lower.kupiecP()).isEqualTo(Kupiec.of(100, 1000, 0.05).p()).isLessThan(1e-6);
        assertThat(upper.violations()).isZero();
        assertThat(upper.kupiecP()).isLessThan(1e-6);
    }

    @Test
    void theTrafficLightJudgesTheLast250Sessions() {
        assertThat(zone(4)).isEqualTo(TrafficLight.Zone.GREEN);
        assertThat(zone(5)).isEqualTo(TrafficLight.Zone.YELLOW);
        assertThat(zone(9)).isEqualTo(TrafficLight.Zone.YELLOW);
        assertThat(zone(10)).isEqualTo(TrafficLight.Zone.RED);
        TrafficLight quiet = Objects.requireNonNull(score(rows(1, 400, t -> t < 150, -3), TailScore.Tail.LOWER, 0.99)
                .trafficLight());
        assertThat(quiet).isEqualTo(new TrafficLight(250, 0, TrafficLight.Zone.GREEN));
        assertThat(score(rows(1, 249, t -> false, 0), TailScore.Tail.LOWER, 0.99)
                        .trafficLight())
                .isNull();
        assertThat(TailScoring.of(rows(5, 400, t -> false, 0)))
                .allSatisfy(score -> assertThat(score.trafficLight()).isNull());
        assertThat(TailScoring.of(rows(1, 400, t -> false, 0)))
                .filteredOn(score -> score.trafficLight() != null)
                .singleElement()
                .isEqualTo(score(rows(1, 400, t -> false, 0), TailScore.Tail.LOWER, 0.99));
    }

    private static TrafficLight.Zone zone(int violations) {
        return Objects.requireNonNull(score(rows(1, 300, t -> t >= 300 - violations, -3), TailScore.Tail.LOWER, 0.99)
                        .trafficLight())
                .zone();
    }

    @Test
    void longerHorizonsTakeTheMedianOfSeriesThatDoNotOverlap() {
        List<BacktestRow> rows = rows(5, 500, t -> t % 5 == 0 && t < 60, -3);
        TailScore score = score(rows, TailScore.Tail.LOWER, 0.95);
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
                .extracting(score -> score.tail().toString() + score.level())
                .containsExactly("lower0.95", "lower0.99", "upper0.95", "upper0.99");
        assertThat(TailScoring.of(List.of())).isEmpty();
    }
}
