// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.loss.Crps;
import candor.forecasting.evaluation.test.Wilson;
import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Outcomes on an end, and the smallest numbers of outcomes that are enough. */
class ScorecardEdgesTest {

    private static List<BacktestRow> rows(int count) {
        return Rows.of(1, count, 0, 1, new SplittableRandom(21));
    }

    private static HorizonScorecard card(List<BacktestRow> rows) {
        return Scorecards.of(rows, Rows.session(0), Rows.session(5000), Map.of())
                .getFirst();
    }

    private static BacktestRow with(BacktestRow row, double realised) {
        return Rows.with(row, realised, 0, row.quantiles());
    }

    private static BacktestRow with(BacktestRow row, double realised, double ridge) {
        return Rows.with(row, realised, ridge, row.quantiles());
    }

    /** A price that stands still has not risen, and a forecast of 0 does not say that it will. */
    @Test
    void noMoveIsNoRise() {
        List<BacktestRow> rows = new ArrayList<>(rows(3));
        rows.set(0, with(rows.get(0), 0.02, 0));
        rows.set(1, with(rows.get(1), 0, 0.01));
        rows.set(2, with(rows.get(2), 0.02, 0.01));
        PointScore ridge =
                Objects.requireNonNull(card(rows).point().candidates().get("ridge"));
        assertThat(ridge.directionAccuracy()).isEqualTo(Wilson.interval(1, 3, 0.95));
    }

    /** Were the mean right every time, its error would be no measure: prices rise by the same share every day. */
    @Test
    void pricesThatRiseByTheSameShareEveryDayAreRefused() {
        List<BacktestRow> rows = rows(10).stream()
                .map(row -> with(row, row.forecast(Candidates.MEAN)))
                .toList();
        assertThatThrownBy(() -> card(rows)).hasMessageContaining("is the same");
    }

    @Test
    void anOutcomeOnAnEndIsInsideTheInterval() {
        BacktestRow row = rows(1).getFirst();
        for (int end : new int[] {2, 8}) {
            HorizonScorecard card = card(List.of(with(row, row.quantiles().get(end))));
            assertThat(card.intervals())
                    .filteredOn(score -> score.coverage() == 1)
                    .extracting(IntervalScore::nominal)
                    .containsExactly(0.9, 0.95, 0.99);
        }
    }

    @Test
    void anOutcomeOnTheValueAtRiskDoesNotExceedIt() {
        BacktestRow row = rows(1).getFirst();
        for (double bound : row.tails()) {
            assertThat(TailScoring.of(List.of(with(row, bound))))
                    .filteredOn(score -> score.violations() > 0)
                    .as("outcome " + bound)
                    .hasSize(Math.abs(bound) > 0.04 ? 1 : 0);
        }
    }

    /** One value u has the distance max(u, 1 - u) = d from the uniform distribution, with the p-value 2(1 - d). */
    @Test
    void theTransformOfAnOutcomeIsItsProbability() {
        BacktestRow row = rows(1).getFirst();
        HorizonScorecard card = card(List.of(with(row, row.quantiles().get(7))));
        assertThat(Objects.requireNonNull(card.pit()).ksP()).isCloseTo(0.2, within(1e-12));
    }

    /** The rows' quantiles are those of a normal, whose score is known in closed form. */
    @Test
    void theDistributionOfElevenQuantilesScoresNearlyAsTheNormal() {
        BacktestRow row = rows(1).getFirst();
        for (double realised : new double[] {0.01, -0.03, 0.08}) {
            assertThat(card(List.of(with(row, realised))).crps())
                    .isCloseTo(Crps.normal(0, 0.02, realised), withinPercentage(2));
        }
    }

    @Test
    void theSmallestNumbersThatAreEnough() {
        assertThat(card(rows(30)).intervals().getFirst().byVolatilityTercile()).isNotNull();
        assertThat(card(rows(29)).intervals().getFirst().byVolatilityTercile()).isNull();
        assertThat(card(rows(100)).intervals().getFirst().byYear()).containsOnlyKeys("2020");
        assertThat(card(rows(99)).intervals().getFirst().byYear()).isEmpty();
        assertThat(card(rows(250)).tails())
                .filteredOn(score -> score.trafficLight() != null)
                .hasSize(1);
        assertThat(card(rows(249)).tails()).hasSize(4).allMatch(score -> score.trafficLight() == null);
    }

    /** Calm and wild days take turns; a scale that knows which is which leaves nothing that varies. */
    @Test
    void aScaleThatKnowsTheClustersLeavesNone() {
        List<BacktestRow> rows = new ArrayList<>();
        for (BacktestRow row : rows(300)) {
            double sigma = rows.size() / 30 % 2 == 0 ? 0.01 : 0.03;
            double realised = rows.size() % 3 == 0 ? sigma : -sigma;
            rows.add(new BacktestRow(
                    row.origin(),
                    row.target(),
                    1,
                    realised,
                    row.candidates().with(Candidates.LOG_HAR_L, sigma).with(Candidates.EWMA, 0.02),
                    sigma,
                    row.quantiles()));
        }
        Map<String, ScaleScore> scores = card(rows).scale().candidates();
        assertThat(Objects.requireNonNull(scores.get("logHarL")).ljungBox()).isNull();
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(scores.get("ewma")).ljungBox())
                        .p())
                .isLessThan(1e-6);
    }

    @Test
    void wordsAndRefusals() {
        assertThat(Skill.values()).extracting(Object::toString).containsExactly("none", "significant");
        for (double nominal : new double[] {0, 1}) {
            assertThatThrownBy(() ->
                            new IntervalScore(nominal, 1, 0.5, 1, 0.5, 0.5, 0.5, Collections.emptySortedMap(), null))
                    .hasMessage("nominal coverage not in (0, 1): " + nominal);
        }
    }
}
