package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.Features;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.synthetic.SyntheticSession;
import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.store.failure.NotEnoughHistory;
import candor.store.fixture.MemoryStore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many bars a run needs. The longest look-back is 252 sessions, so that the features are complete from index 252 on;
 * the 504th row with a known next return makes index 252 + 504 = 756 the first origin; the 250th forecast, from index
 * 1005, has its 21-session outcome at index 1026: with 1027 bars all three horizons are calibrated at the last one.
 */
final class MinimumHistoryTest {

    private static final int NEEDED = 252 + 504 + 250 - 1 + 21 + 1;

    private final TradingCalendar calendar = new NyseCalendar();
    private final List<LocalDate> sessions = calendar.sessions(SyntheticStock.DEFAULT_FROM, LocalDate.of(2018, 12, 31));

    @Test
    void rulesAskForIt() {
        assertThat(NEEDED).isEqualTo(1027);
        assertThat(CleaningRules.standard().minimumBars()).isEqualTo(NEEDED);
    }

    @Test
    void soManyBarsCalibrateAllHorizonsAtTheLastSession() {
        assertThat(lastRows(NEEDED))
                .hasSize(3)
                .allMatch(row -> Double.isFinite(row.quantiles().getFirst()));
    }

    @Test
    void oneFewerLeavesTheLongestHorizonWithout() {
        List<BacktestRow> rows = lastRows(NEEDED - 1);
        assertThat(rows).extracting(BacktestRow::horizon).containsExactly(1, 5, 21);
        assertThat(rows.subList(0, 2))
                .allMatch(row -> Double.isFinite(row.quantiles().getFirst()));
        assertThat(rows.getLast().quantiles()).allMatch(quantile -> Double.isNaN(quantile));
    }

    @Test
    void wholeRunSucceedsWithIt() {
        Pipeline pipeline = new Pipeline(new MemoryStore(), new SyntheticBars(sessions.get(NEEDED - 1)));
        assertThat(pipeline.run("shortest", null)).hasSize(StageName.values().length);
    }

    @Test
    void oneBarFewerIsRefusedWithAWayOut() {
        Pipeline pipeline = new Pipeline(new MemoryStore(), new SyntheticBars(sessions.get(NEEDED - 2)));
        assertThatExceptionOfType(NotEnoughHistory.class)
                .isThrownBy(() -> pipeline.run("too-short", null))
                .withMessageContaining("1027")
                .withMessageContaining("longer history");
    }

    private List<BacktestRow> lastRows(int bars) {
        List<SyntheticSession> stock = SyntheticStock.generate(
                calendar, SyntheticStock.DEFAULT_FROM, sessions.get(bars - 1), SyntheticStock.DEFAULT_SEED);
        List<Bar> traded = stock.stream().map(SyntheticSession::bar).toList();
        PriceHistory history = PriceHistory.of(
                traded,
                stock.stream().mapToDouble(SyntheticSession::adjustedClose).toArray());
        assertThat(history.size()).isEqualTo(bars);
        Backtest backtest = WalkForward.run(
                history, Features.of(history), calendar, ForecastPlan.of(ForecastSettings.standard()), Progress.NONE);
        return backtest.rows().stream()
                .filter(row -> row.origin().equals(sessions.get(bars - 1)))
                .toList();
    }
}
