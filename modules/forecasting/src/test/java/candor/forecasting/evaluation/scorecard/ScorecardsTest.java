package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.Wilson;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScorecardsTest {

    private static final LocalDate FIRST = Rows.session(0);
    private static final LocalDate LAST = Rows.session(5000);

    @Test
    void aTargetBelongsToThePeriodOnlyAsAWhole() {
        List<BacktestRow> rows = new ArrayList<>(Rows.of(5, 60, 0, 0, new SplittableRandom(1)));
        rows.addAll(Rows.of(1, 60, 0, 0, new SplittableRandom(2)));
        List<HorizonScorecard> cards = Scorecards.of(rows, Rows.session(11), Rows.session(30), Map.of());
        assertThat(cards).extracting(HorizonScorecard::sessions).containsExactly(1, 5);
        assertThat(cards.getFirst().origins()).isEqualTo(new OriginRange(Rows.session(10), Rows.session(29), 20));
        assertThat(cards.getLast().origins()).isEqualTo(new OriginRange(Rows.session(10), Rows.session(25), 16));
        assertThat(cards.getFirst().intervals().getFirst().outcomes()).isEqualTo(20);
    }

    @Test
    void rowsWithoutOutcomeDoNotCountAndAnEmptyPeriodHasNoScorecard() {
        List<BacktestRow> rows = new ArrayList<>(Rows.of(1, 50, 0, 0, new SplittableRandom(1)));
        rows.set(49, Rows.with(rows.get(49), Double.NaN, 0, Rows.NONE));
        assertThat(Scorecards.of(rows, FIRST, LAST, Map.of())
                        .getFirst()
                        .origins()
                        .count())
                .isEqualTo(49);
        assertThat(Scorecards.of(rows, LAST, LAST, Map.of())).isEmpty();
        assertThat(Scorecards.of(List.of(), FIRST, LAST, Map.of())).isEmpty();
        assertThatThrownBy(() -> Scorecards.of(rows, LAST, FIRST, Map.of()))
                .hasMessageContaining("ends on 2020-01-06, before it begins");
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<BacktestRow> rows = Rows.of(5, 300, 0.01, 0.5, new SplittableRandom(3));
        assertThat(Scorecards.of(rows.reversed(), FIRST, LAST, Map.of()))
                .isEqualTo(Scorecards.of(rows, FIRST, LAST, Map.of()));
    }

    @Test
    void rowsBeforeCalibrationAreLeftOutOfIntervalsOnly() {
        List<BacktestRow> rows = new ArrayList<>(Rows.of(1, 300, 0, 0.5, new SplittableRandom(4)));
        rows.replaceAll(row -> row.origin().isBefore(Rows.session(250))
                ? Rows.with(row, row.realised(), row.forecast(Candidates.of("ridge")), Rows.NONE)
                : row);
        HorizonScorecard card = Scorecards.of(rows, FIRST, LAST, Map.of()).getFirst();
        assertThat(card.origins().count()).isEqualTo(300);
        assertThat(card.intervals())
                .allSatisfy(score -> assertThat(score.outcomes()).isEqualTo(50));
        HorizonScorecard early =
                Scorecards.of(rows, FIRST, Rows.session(250), Map.of()).getFirst();
        assertThat(early.intervals()).isEmpty();
        assertThat(early.crps()).isNull();
        assertThat(early.pit()).isNull();
        assertThat(early.point().candidates()).containsOnlyKeys("zero", "mean", "ridge");
    }

    @Test
    void candidatesWithoutAnyForecastAreAbsent() {
        List<BacktestRow> rows = Rows.of(1, 50, 0, 0, new SplittableRandom(5)).stream()
                .map(row -> Rows.with(row, row.realised(), Double.NaN, row.quantiles()))
                .toList();
        assertThat(Scorecards.of(rows, FIRST, LAST, Map.of()).getFirst().point().candidates())
                .containsOnlyKeys("zero", "mean");
    }

    @Test
    void pointScoresByHand() {
        BacktestRow row = Rows.of(1, 1, 0, 0, new SplittableRandom(6)).getFirst();
        List<BacktestRow> rows =
                List.of(Rows.with(row, 0.02, 0.01, Rows.NONE), Rows.with(later(row), -0.04, 0.01, Rows.NONE));
        PointScorecard card = Scorecards.of(rows, FIRST, LAST, Map.of(1, Champion.of("ridge", "ewma")))
                .getFirst()
                .point();
        assertThat(card.champion()).isEqualTo("ridge");
        PointScore ridge = Objects.requireNonNull(card.candidates().get("ridge"));
        assertThat(ridge.rmse()).isCloseTo(Math.sqrt((0.0001 + 0.0025) / 2), within(1e-15));
        assertThat(ridge.mae()).isCloseTo(0.03, within(1e-15));
        // The implied price over the realised one: exp(-0.01) and exp(0.05).
        assertThat(ridge.mapePrice())
                .isCloseTo((1 - StrictMath.exp(-0.01) + StrictMath.exp(0.05) - 1) / 2, within(1e-15));
        assertThat(ridge.rmseToZero()).isCloseTo(Math.sqrt(0.0026 / 0.0020), within(1e-14));
        assertThat(ridge.r2osVsZero()).isCloseTo(1 - 0.0026 / 0.0020, within(1e-14));
        double mean = 0.0195 * 0.0195 + 0.0405 * 0.0405;
        assertThat(ridge.r2osVsMean()).isCloseTo(1 - 0.0026 / mean, within(1e-14));
        assertThat(ridge.directionAccuracy()).isEqualTo(Wilson.interval(1, 2, 0.95));
        PointScore zero = Objects.requireNonNull(card.candidates().get("zero"));
        assertThat(zero.rmseToZero()).isEqualTo(1);
        assertThat(zero.directionAccuracy()).isNull();
        assertThat(zero.dmVsZero()).isNull();
        assertThat(ridge.pesaranTimmermann()).as("all forecasts rise").isNull();
    }

    private static BacktestRow later(BacktestRow row) {
        return new BacktestRow(
                row.target(),
                row.target().plusDays(1),
                1,
                row.realised(),
                row.candidates(),
                row.sigma(),
                row.quantiles());
    }

    @Test
    void wideningTheNominalNeverNarrowsCoverage() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 30; i++) {
            List<BacktestRow> rows = Rows.of(1 + random.nextInt(8), 60 + random.nextInt(200), 0, 1, random);
            List<IntervalScore> intervals =
                    Scorecards.of(rows, FIRST, LAST, Map.of()).getFirst().intervals();
            assertThat(intervals).extracting(IntervalScore::nominal).containsExactly(0.5, 0.8, 0.9, 0.95, 0.99);
            assertThat(intervals).extracting(IntervalScore::coverage).isSorted();
            for (IntervalScore score : intervals) {
                assertThat(score.kupiecP()).isBetween(0.0, 1.0);
                assertThat(score.christoffersenP()).isBetween(0.0, 1.0);
                assertThat(score.score()).isPositive();
            }
        }
    }

    @Test
    void quantilesThatCrossStillGiveADistribution() {
        BacktestRow row = Rows.of(1, 1, 0, 0, new SplittableRandom(12)).getFirst();
        List<Double> crossed = new ArrayList<>(row.quantiles());
        crossed.set(0, row.quantiles().get(1));
        crossed.set(1, row.quantiles().get(0));
        assertThat(card(Rows.with(row, row.realised(), 0, crossed)).crps())
                .isNotNull()
                .isEqualTo(card(row).crps());
    }

    private static HorizonScorecard card(BacktestRow row) {
        return Scorecards.of(List.of(row), FIRST, LAST, Map.of()).getFirst();
    }

    @Test
    void yearsNeedAHundredOutcomesAndTercilesThirty() {
        IntervalScore score = Scorecards.of(Rows.of(1, 280, 0, 1, new SplittableRandom(8)), FIRST, LAST, Map.of())
                .getFirst()
                .intervals()
                .getFirst();
        // 260 weekdays in 2020 from its first Monday, few in 2021.
        assertThat(score.byYear()).containsOnlyKeys("2020");
        assertThat(score.byVolatilityTercile()).isNotNull();
        IntervalScore few = Scorecards.of(Rows.of(1, 29, 0, 1, new SplittableRandom(8)), FIRST, LAST, Map.of())
                .getFirst()
                .intervals()
                .getFirst();
        assertThat(few.byVolatilityTercile()).isNull();
        // All variances on one edge: the lower terciles are empty.
        IntervalScore equal = Scorecards.of(Rows.of(1, 60, 0, 0, new SplittableRandom(8)), FIRST, LAST, Map.of())
                .getFirst()
                .intervals()
                .getFirst();
        assertThat(equal.byVolatilityTercile()).isNull();
    }

    @Test
    void partsAddUpToTheWhole() {
        List<BacktestRow> rows = Rows.of(1, 520, 0.1, 1, new SplittableRandom(13));
        HorizonScorecard card = Scorecards.of(rows, FIRST, LAST, Map.of()).getFirst();
        ScaleScore logHar = Objects.requireNonNull(card.scale().candidates().get("harPOwn"));
        Breakdown parts = Objects.requireNonNull(logHar.qlikeVsEwmaIn());
        Terciles terciles = Objects.requireNonNull(parts.byVolatilityTercile());
        double ewma =
                Objects.requireNonNull(card.scale().candidates().get("ewma")).qlike();
        // 520 outcomes: 173, 173 and 174 of them, as each edge lies above.
        assertThat((173 * terciles.low() + 173 * terciles.middle() + 174 * terciles.high()) / 520)
                .isCloseTo(logHar.qlike() - ewma, within(1e-12));
        assertThat(Objects.requireNonNull(card.scale().candidates().get("ewma")).qlikeVsEwmaIn())
                .isNull();

        PointScore ridge = Objects.requireNonNull(card.point().candidates().get("ridge"));
        List<BacktestRow> firstYear =
                rows.stream().filter(row -> row.target().getYear() == 2020).toList();
        HorizonScorecard only = Scorecards.of(firstYear, FIRST, LAST, Map.of()).getFirst();
        assertThat(ridge.r2osVsZeroIn().byYear()).containsOnlyKeys("2020", "2021");
        assertThat(ridge.r2osVsZeroIn().byYear().get("2020"))
                .isEqualTo(Objects.requireNonNull(only.point().candidates().get("ridge"))
                        .r2osVsZero());
    }

    @Test
    void clustersAreLookedForOneSessionAheadOnly() {
        List<BacktestRow> rows = new ArrayList<>(Rows.of(1, 500, 0, 1, new SplittableRandom(14)));
        rows.addAll(Rows.of(5, 500, 0, 1, new SplittableRandom(14)));
        List<HorizonScorecard> cards = Scorecards.of(rows, FIRST, LAST, Map.of());
        assertThat(cards.getFirst().scale().candidates().values())
                .allSatisfy(score -> assertThat(score.ljungBox()).isNotNull());
        assertThat(cards.getLast().scale().candidates().values())
                .allSatisfy(score -> assertThat(score.ljungBox()).isNull());
    }

    @Test
    void diagnosticsAreNoTrialsAndGiveNoSkill() {
        // Ridge's forecasts hold a tenth of the outcome, and noise that costs more than that brings.
        List<BacktestRow> rows = Rows.of(1, 3000, 0, 1, new SplittableRandom(15)).stream()
                .map(row -> Rows.with(
                        row,
                        row.realised(),
                        0.1 * row.realised() + 10 * row.forecast(Candidates.of("ridge")),
                        row.quantiles()))
                .toList();
        AdjustedScorecards adjusted = Scorecards.withAdjustedP(Scorecards.of(rows, FIRST, LAST, Map.of()));
        PointScorecard card = adjusted.horizons().getFirst().point();
        PointScore ridge = Objects.requireNonNull(card.candidates().get("ridge"));
        assertThat(Objects.requireNonNull(ridge.clarkWestVsZero()).p()).isLessThan(1e-4);
        assertThat(Objects.requireNonNull(ridge.pesaranTimmermann()).p()).isLessThan(1e-4);
        assertThat(card.skill()).isEqualTo(Skill.NONE);
        assertThat(adjusted.trials()).isEqualTo(3);
    }

    @Test
    void pricesThatNeverMoveAreRefused() {
        List<BacktestRow> rows = Rows.of(1, 10, 0, 0, new SplittableRandom(9)).stream()
                .map(row -> Rows.with(row, 0, 0, Rows.NONE))
                .toList();
        assertThatThrownBy(() -> Scorecards.of(rows, FIRST, LAST, Map.of()))
                .hasMessageStartingWith("every return from 2020-01-06 to 2020-01-20 is the same");
    }

    @Test
    void adjustmentCountsEveryComparisonAndNamesSkill() {
        SplittableRandom random = new SplittableRandom(10);
        List<BacktestRow> rows = Stream.concat(
                        Rows.of(1, 500, 0.2, 1, random).stream(), Rows.of(5, 500, 0, 1, random).stream())
                .toList();
        List<HorizonScorecard> raw = Scorecards.of(rows, FIRST, LAST, Map.of());
        assertThat(raw).allSatisfy(card -> assertThat(card.point().skill()).isEqualTo(Skill.NONE));
        AdjustedScorecards adjusted = Scorecards.withAdjustedP(raw);
        assertThat(adjusted.trials()).isEqualTo(6);
        assertThat(adjusted.horizons())
                .extracting(card -> card.point().skill())
                .containsExactly(Skill.SIGNIFICANT, Skill.NONE);
        TestOutcome ridge = Objects.requireNonNull(Objects.requireNonNull(
                        adjusted.horizons().getFirst().point().candidates().get("ridge"))
                .dmVsZero());
        assertThat(ridge.statistic()).isNegative();
        assertThat(Objects.requireNonNull(ridge.pAdjusted())).isBetween(ridge.p(), 6 * ridge.p());
    }

    @Test
    void beingSignificantlyWorseIsNoSkill() {
        HorizonScorecard card = Scorecards.of(Rows.of(1, 500, -0.5, 1, new SplittableRandom(11)), FIRST, LAST, Map.of())
                .getFirst();
        HorizonScorecard adjusted =
                Scorecards.withAdjustedP(List.of(card)).horizons().getFirst();
        TestOutcome ridge = Objects.requireNonNull(
                Objects.requireNonNull(adjusted.point().candidates().get("ridge"))
                        .dmVsZero());
        assertThat(Objects.requireNonNull(ridge.pAdjusted())).isLessThan(0.05);
        assertThat(adjusted.point().skill()).isEqualTo(Skill.NONE);
    }

    @Test
    void championsMustExist() {
        assertThatThrownBy(() -> Candidates.mean("oracle")).hasMessage("no such candidate for the mean: 'oracle'");
        assertThatThrownBy(() -> Candidates.scale("vix")).hasMessage("no such candidate for the scale: 'vix'");
    }
}
