package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.market.PriceHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A walk that goes on from an earlier one ends where a whole one does, to the last bit. */
class ResumedWalkTest {

    private static final int SESSIONS = 520;
    private static final ForecastPlan PLAN = ForecastPlan.of(new ForecastSettings(
            List.of(1, 5, 21),
            120,
            21,
            Simulated.FEATURES,
            List.of(0.5, 0.8, 0.9, 0.95, 0.99),
            Map.of(1, 0.002, 5, 0.001, 21, 0.0005),
            60,
            Simulated.candidates(List.of(5.0, 500.0))));

    private final Weekdays calendar = new Weekdays();

    private Backtest walk(PriceHistory history) {
        return WalkForward.run(history, Simulated.features(history), calendar, PLAN, Progress.NONE);
    }

    private Backtest resumed(PriceHistory history, EarlierWalk earlier) {
        FeatureTable features = Simulated.features(history);
        TrainedModels trained = Training.fit(history, features, calendar, PLAN);
        return WalkForward.resume(history, features, calendar, PLAN, trained, earlier, Progress.NONE);
    }

    private static EarlierWalk earlier(Backtest backtest, PriceHistory history, int through) {
        return new EarlierWalk(history.session(through), backtest.rows(), backtest.fitsKept());
    }

    /** A stock on which every fit converges at the last refit; at those before it some may not. */
    private static PriceHistory stock(long seed) {
        return LongStream.iterate(seed, next -> next + 1000)
                .mapToObj(next -> Simulated.stock(SESSIONS, next))
                .filter(history -> trained(history).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<TrainedModels> trained(PriceHistory history) {
        try {
            return Optional.of(Training.fit(history, Simulated.features(history), new Weekdays(), PLAN));
        } catch (FitDidNotConverge e) {
            return Optional.empty();
        }
    }

    @Test
    void oneMoreSessionOrManyEndWhereAWholeWalkDoes() {
        int kept = 0;
        for (long seed = 1; seed <= 4; seed++) {
            PriceHistory history = stock(seed);
            Backtest whole = walk(history);
            kept += whole.fitsKept().size();
            for (int end : List.of(SESSIONS - 2, SESSIONS - 3, SESSIONS - 22, SESSIONS - 23, SESSIONS - 90, 150)) {
                Backtest before = walk(history.visibleAt(end));
                assertThat(resumed(history, earlier(before, history, end))).isEqualTo(whole);
            }
            assertThat(resumed(history, earlier(whole, history, SESSIONS - 1))).isEqualTo(whole);
        }
        assertThat(kept)
                .as("fits that did not converge, which resuming has to get right")
                .isPositive();
    }

    @Test
    void whatWasRestatedIsMadeAgainAndNothingElse() {
        SplittableRandom random = new SplittableRandom(7);
        for (long seed = 5; seed <= 8; seed++) {
            PriceHistory history = stock(seed);
            for (int i = 0; i < 5; i++) {
                int same = random.nextInt(100, SESSIONS - 1);
                Backtest before = walk(Simulated.noiseAfter(history, same, seed + 99));
                assertThat(resumed(history, earlier(before, history, same))).isEqualTo(walk(history));
            }
        }
    }

    /** Not the result alone: that the work is not done again. Rows that no model gives are found in the result. */
    @Test
    void rowsAreTakenUpToTheSessionBeforeWhichNothingChanged() {
        PriceHistory history = stock(9);
        Backtest whole = walk(history);
        Forecasts marked = Forecasts.of(candidate -> 0.01 * candidate.key().length());
        List<BacktestRow> rows = whole.rows().stream()
                .map(row ->
                        new BacktestRow(row.origin(), row.target(), row.horizon(), 9, marked, 0.03, row.quantiles()))
                .toList();
        int same = SESSIONS - 40;
        Backtest resumed = resumed(history, new EarlierWalk(history.session(same), rows, whole.fitsKept()));
        for (int i = 0; i < rows.size(); i++) {
            BacktestRow row = resumed.rows().get(i);
            boolean taken = !row.origin().isAfter(history.session(same));
            assertThat(row.candidates())
                    .isEqualTo(taken ? marked : whole.rows().get(i).candidates());
            assertThat(row.realised())
                    .isEqualTo(Double.valueOf(whole.rows().get(i).realised()));
        }
    }

    @Test
    void otherChampionsChangeNothingThatIsTaken() {
        PriceHistory history = stock(10);
        Champion other = new Champion(Candidates.of("average"), Candidates.EWMA);
        ForecastPlan plan = PLAN.withChampions(Map.of(1, other, 5, other, 21, Champion.first(1)));
        FeatureTable features = Simulated.features(history);
        Backtest before = walk(history.visibleAt(SESSIONS - 5));
        Backtest resumed = WalkForward.resume(
                history,
                features,
                calendar,
                plan,
                Training.fit(history, features, calendar, plan),
                earlier(before, history, SESSIONS - 5),
                Progress.NONE);
        assertThat(resumed).isEqualTo(WalkForward.run(history, features, calendar, plan, Progress.NONE));
    }

    @Test
    void trainingTakesModelsOrTreesOfTheSameRefit() {
        PriceHistory history = stock(11);
        FeatureTable features = Simulated.features(history);
        TrainedModels now = Training.fit(history, features, calendar, PLAN);
        int tried = 0;
        for (int end : List.of(SESSIONS - 2, SESSIONS - 22, SESSIONS - 43, SESSIONS - 80)) {
            Optional<TrainedModels> before = trained(history.visibleAt(end));
            if (before.isPresent()) {
                assertThat(Training.resume(history, features, calendar, PLAN, before.get()))
                        .isEqualTo(now);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(1);
    }
}
