package candor.forecasting.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Candidate.Kind;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final ForecastSettings SETTINGS = ForecastSettings.standard();
    private static final List<Double> NONE = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);
    private static final Map<Integer, Champion> FIRST = Map.of(1, Champion.of("zero", "logHarL"));

    /**
     * Outcomes with a standard deviation that swings around 0.02; ridge knows the share {@code knowledge} of each, the
     * other means only noise; log-HAR-L knows the standard deviation, GARCH sees it through noise, EWMA knows its mean.
     */
    private static List<BacktestRow> rows(int count, double knowledge, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(t -> {
                    double sigma = 0.02 * StrictMath.exp(0.5 * StrictMath.sin(t / 40.0));
                    double realised = sigma * random.nextGaussian();
                    return new BacktestRow(
                            LocalDate.of(2010, 1, 4).plusDays(t),
                            LocalDate.of(2010, 1, 4).plusDays(t + 1),
                            1,
                            realised,
                            Forecasts.of(Map.of(
                                    "zero",
                                    0.0,
                                    "mean",
                                    0.001 * random.nextGaussian(),
                                    "ridge",
                                    knowledge * realised + 0.001 * random.nextGaussian(),
                                    "boosting",
                                    0.002 * random.nextGaussian(),
                                    "average",
                                    0.001 * random.nextGaussian(),
                                    "ewma",
                                    0.02,
                                    "garch",
                                    sigma * StrictMath.exp(0.2 * random.nextGaussian()),
                                    "logHarL",
                                    sigma)),
                            sigma,
                            NONE);
                })
                .toList();
    }

    @Test
    void noiseIsNotPromoted() {
        int promoted = 0;
        for (int seed = 0; seed < 60; seed++) {
            Decision decision =
                    Gate.decide(rows(800, 0, seed), FIRST, SETTINGS, 1).getFirst();
            assertThat(decision.challenges()).hasSize(6);
            promoted += decision instanceof Decision.Promoted ? 1 : 0;
        }
        assertThat(promoted).isLessThanOrEqualTo(3);
    }

    @Test
    void knowledgeIsPromotedAndTheComparisonSaysWhy() {
        Decision decision = Gate.decide(rows(1500, 0.3, 7), FIRST, SETTINGS, 1).getFirst();
        assertThat(decision).isInstanceOf(Decision.Promoted.class);
        assertThat(decision.champion()).isEqualTo(Champion.of("ridge", "logHarL"));
        Challenge won = decision.challenges().stream()
                .filter(Challenge::wins)
                .findFirst()
                .orElseThrow();
        assertThat(won.outcomes()).isEqualTo(1500);
        assertThat(won.statistic()).isNegative();
        assertThat(won.pAdjusted()).isGreaterThan(won.p()).isLessThan(0.05);
    }

    @Test
    void aBetterScaleIsPromoted() {
        Map<Integer, Champion> ewma = Map.of(1, Champion.of("zero", "ewma"));
        Decision decision = Gate.decide(rows(1500, 0, 11), ewma, SETTINGS, 1).getFirst();
        assertThat(decision.champion()).isEqualTo(FIRST.get(1));
    }

    @Test
    void everyLookIsCharged() {
        List<BacktestRow> rows = rows(1500, 0.03, 5);
        List<Challenge> first = Gate.decide(rows, FIRST, SETTINGS, 1).getFirst().challenges();
        List<Challenge> tenth =
                Gate.decide(rows, FIRST, SETTINGS, 10).getFirst().challenges();
        for (int i = 0; i < first.size(); i++) {
            assertThat(tenth.get(i).p()).isEqualTo(first.get(i).p());
            assertThat(tenth.get(i).pAdjusted())
                    .isEqualTo(Math.min(1, first.get(i).pAdjusted() * 55), within(1e-12));
        }
        assertThat(first).anyMatch(challenge -> challenge.pAdjusted() < 1);
        assertThatThrownBy(() -> Gate.decide(rows, FIRST, SETTINGS, 0)).hasMessageContaining("look below 1");
    }

    @Test
    void aBetterMeanThatSpoilsTheIntervalsIsRetained() {
        // Ridge is right on nine days out of ten and far off on the tenth: less squared error, wider 90 % intervals.
        List<BacktestRow> rows = IntStream.range(0, 2000)
                .mapToObj(t -> {
                    BacktestRow row = rows(1, 0, 1000 + t).getFirst();
                    double realised = row.realised();
                    double ridge = t % 8 == 0 ? realised + Math.copySign(0.045, realised) : realised;
                    Forecasts others = row.candidates();
                    return new BacktestRow(
                            LocalDate.of(2010, 1, 4).plusDays(t),
                            LocalDate.of(2010, 1, 4).plusDays(t + 1),
                            1,
                            realised,
                            Forecasts.of(candidate -> candidate.kind() == Kind.SCALE ? 0.02 : others.of(candidate))
                                    .with(Candidates.of("ridge"), ridge),
                            0.02,
                            NONE);
                })
                .toList();
        Decision decision = Gate.decide(rows, FIRST, SETTINGS, 1).getFirst();
        Challenge ridge = decision.challenges().stream()
                .filter(challenge -> challenge.challenger().mean().key().equals("ridge"))
                .findFirst()
                .orElseThrow();
        assertThat(ridge.pAdjusted()).isLessThan(0.05);
        assertThat(ridge.calibration()).isNotNull();
        assertThat(ridge.wins()).isFalse();
        assertThat(decision).isInstanceOf(Decision.Retained.class);
    }

    @Test
    void withFewOutcomesNobodyIsJudged() {
        Decision decision = Gate.decide(rows(249, 0.5, 3), FIRST, SETTINGS, 1).getFirst();
        assertThat(decision.challenges()).isEmpty();
        assertThat(decision.champion()).isEqualTo(FIRST.get(1));
    }
}
