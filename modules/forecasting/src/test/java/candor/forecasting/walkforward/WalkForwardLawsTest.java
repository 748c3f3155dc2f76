package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalkForwardLawsTest {

    private static final int SESSIONS = 520;
    private static final ForecastPlan PLAN = ForecastPlan.of(new ForecastSettings(
            List.of(1, 5, 21),
            120,
            21,
            Simulated.FEATURES,
            List.of(0.5, 0.8, 0.9, 0.95, 0.99),
            Map.of(1, 0.002, 5, 0.001, 21, 0.0005),
            60,
            Simulated.candidates(List.of(5.0, 50.0, 500.0))));
    private static final ForecastPlan OTHER_CHAMPIONS = PLAN.withChampions(Map.of(
            1, new Champion(Candidates.of("ridge"), Candidates.LOG_HAR_L),
            5, new Champion(Candidates.MEAN, Candidates.EWMA),
            21, new Champion(Candidates.of("ridge"), Candidates.EWMA)));

    private final PriceHistory history = Simulated.stock(SESSIONS, 20260424);

    private static Backtest walk(PriceHistory history, ForecastPlan plan) {
        return WalkForward.run(history, Simulated.features(history), new Weekdays(), plan, Progress.NONE);
    }

    @Test
    void whatComesLaterNeverChangesAForecast() {
        for (ForecastPlan plan : List.of(PLAN, OTHER_CHAMPIONS)) {
            List<BacktestRow> whole = walk(history, plan).rows();
            SplittableRandom random = new SplittableRandom(1);
            for (int trial = 0; trial < 8; trial++) {
                int last = random.nextInt(150, SESSIONS - 1);
                List<BacktestRow> want = forecastsUpTo(whole, history.session(last));
                PriceHistory noisy = Simulated.noiseAfter(history, last, random.nextLong());
                assertThat(forecastsUpTo(walk(history.visibleAt(last), plan).rows(), history.session(last)))
                        .isEqualTo(want);
                assertThat(forecastsUpTo(walk(noisy, plan).rows(), history.session(last)))
                        .isEqualTo(want);
            }
        }
    }

    /** The rows without their outcomes, which do lie in the future. */
    private static List<BacktestRow> forecastsUpTo(List<BacktestRow> rows, LocalDate last) {
        return rows.stream()
                .filter(row -> !row.origin().isAfter(last))
                .map(row -> new BacktestRow(
                        row.origin(),
                        row.target(),
                        row.horizon(),
                        Double.NaN,
                        row.candidates(),
                        row.sigma(),
                        row.quantiles(),
                        row.tails(),
                        row.longMean()))
                .toList();
    }

    @Test
    void theUnitOfPricesDoesNotMatter() {
        List<BacktestRow> rows = walk(history, PLAN).rows();
        assertThat(walk(Simulated.scaled(history, 8), PLAN).rows()).isEqualTo(rows);
        assertThat(walk(Simulated.scaled(history, 0.25), PLAN).rows()).isEqualTo(rows);
        List<BacktestRow> inOtherUnit =
                walk(Simulated.scaled(history, 7.31), PLAN).rows();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(inOtherUnit.get(i).forecast(Candidates.of("ridge")))
                    .isEqualTo(rows.get(i).forecast(Candidates.of("ridge")), within(1e-12));
            assertThat(inOtherUnit.get(i).sigma()).isEqualTo(rows.get(i).sigma(), within(1e-12));
            for (int j = 0; j < BacktestRow.PROBABILITIES.size(); j++) {
                double want = rows.get(i).quantiles().get(j);
                double got = inOtherUnit.get(i).quantiles().get(j);
                assertThat(Double.isNaN(want) ? Double.isNaN(got) : Math.abs(got - want) <= 1e-12)
                        .isTrue();
            }
        }
    }

    @Test
    void trainingAndForecastAreTheLastStepOfTheWalk() {
        for (ForecastPlan plan : List.of(PLAN, OTHER_CHAMPIONS)) {
            for (int sessions : new int[] {SESSIONS, 500, 391, 390, 389}) {
                PriceHistory visible = history.visibleAt(sessions - 1);
                FeatureTable features = Simulated.features(visible);
                Backtest backtest = walk(visible, plan);
                TrainedModels trained = Training.fit(visible, features, new Weekdays(), plan);
                assertThat(trained).isEqualTo(backtest.models());
                List<HorizonForecast> forecasts =
                        Forecasting.at(visible, features, trained, backtest.calibration(), plan);
                List<BacktestRow> lastRows = backtest.rows()
                        .subList(backtest.rows().size() - 3, backtest.rows().size());
                for (int i = 0; i < 3; i++) {
                    same(forecasts.get(i), lastRows.get(i));
                }
            }
        }
    }

    private static void same(HorizonForecast forecast, BacktestRow row) {
        assertThat(forecast.horizon()).isEqualTo(row.horizon());
        assertThat(forecast.candidates()).isEqualTo(row.candidates());
        assertThat(forecast.sigma()).isEqualTo(row.sigma());
        assertThat(BacktestRow.PROBABILITIES.stream()
                        .map(forecast.distribution().orElseThrow()::quantile)
                        .toList())
                .isEqualTo(row.quantiles());
    }

    @Test
    void rowsBeginAtThe68thBarWithEnoughFeaturesForTheOthersLaterAndEndAtTheLastSession() {
        List<BacktestRow> rows = walk(history, PLAN).rows();
        assertThat(rows.getFirst().origin()).isEqualTo(history.session(67));
        assertThat(rows).hasSize(3 * (SESSIONS - 67)).allMatch(row -> row.forecast(Candidates.HAR_P_OWN) > 0);
        // Features from session 21 on: at session 141 there are 120 rows with a known next return.
        assertThat(rows.stream()
                        .filter(row -> Double.isFinite(row.forecast(Candidates.of("ridge"))))
                        .findFirst()
                        .orElseThrow()
                        .origin())
                .isEqualTo(history.session(141));
        BacktestRow last = rows.getLast();
        assertThat(last.origin()).isEqualTo(history.session(SESSIONS - 1));
        assertThat(last.realised()).isNaN();
        assertThat(last.target()).isEqualTo(new Weekdays().sessionAfter(last.origin(), 21));
        assertThat(rows.get(1).target()).isEqualTo(history.session(72));
    }

    @Test
    void aCandidateLeftOutHasNoNumbers() {
        Backtest backtest = walk(history, PLAN.withoutCandidates(Set.of("ridge")));
        assertThat(backtest.rows())
                .allMatch(row -> Double.isNaN(row.forecast(Candidates.of("ridge"))) && row.sigma() > 0);
        assertThat(backtest.models().models().keySet())
                .noneMatch(slot -> slot.candidate().key().equals("ridge"));
        assertThatThrownBy(() -> OTHER_CHAMPIONS.withoutCandidates(Set.of("ridge")))
                .hasMessageContaining("left out");
        assertThatThrownBy(() -> PLAN.withoutCandidates(Set.of("zero"))).hasMessageContaining("'zero'");
    }

    @Test
    void modelsFromTheFutureAreRefused() {
        FeatureTable features = Simulated.features(history);
        Backtest backtest = walk(history, PLAN);
        PriceHistory before =
                history.visibleAt(history.indexOf(backtest.models().fittedAt()) - 1);
        assertThatThrownBy(() -> Forecasting.at(before, features, backtest.models(), backtest.calibration(), PLAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the model has seen");
    }

    private static final Champion LOG_HAR = new Champion(Candidates.ZERO, Candidates.LOG_HAR_L);

    @Test
    void aShortHistorySaysWhatIsMissing() {
        assertThatThrownBy(() -> walk(history.visibleAt(66), PLAN))
                .isInstanceOf(NotEnoughRows.class)
                .hasMessageContaining("67, and 68 are wanted");
        assertThatThrownBy(() -> walk(
                        history.visibleAt(100),
                        PLAN.withChampions(Map.of(1, LOG_HAR, 5, LOG_HAR, 21, LOG_HAR))
                                .withoutCandidates(Set.of("harPOwn"))))
                .isInstanceOf(NotEnoughRows.class)
                .hasMessageContaining("79 sessions")
                .hasMessageContaining("120 wanted");
    }

    /** A company that has just been listed: HAR-P and EWMA forecast, nobody else has a fit yet. */
    @Test
    void aYoungHistoryHasForecastsOfHarPAndOfWhatItIsMeasuredBy() {
        PriceHistory young = history.visibleAt(100);

        Backtest backtest = walk(young, PLAN);

        assertThat(backtest.rows()).hasSize(3 * (101 - 67));
        assertThat(backtest.refits()).isZero();
        assertThat(backtest.rows()).allSatisfy(row -> {
            assertThat(row.forecast(Candidates.HAR_P_OWN)).isPositive();
            assertThat(row.forecast(Candidates.EWMA)).isPositive();
            assertThat(row.forecast(Candidates.LOG_HAR_L)).isNaN();
            assertThat(row.isEarly()).isTrue();
            assertThat(row.quantiles()).doesNotContain(Double.NaN);
        });
        TrainedModels trained = Training.fit(young, Simulated.features(young), new Weekdays(), PLAN);
        assertThat(trained).isEqualTo(backtest.models());
        assertThat(Forecasting.at(young, Simulated.features(young), trained, backtest.calibration(), PLAN))
                .extracting(HorizonForecast::sigma)
                .containsExactlyElementsOf(backtest.rows().subList(99, 102).stream()
                        .map(BacktestRow::sigma)
                        .toList());
    }

    @Test
    void refitsAreCountedFromTheFirstOrigin() {
        assertThat(walk(history, PLAN).refits()).isEqualTo((SESSIONS - 141 + 20) / 21);
        assertThat(walk(history, PLAN).fitsKept()).isEmpty();
    }
}
