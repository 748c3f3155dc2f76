package candor.benchmarks.panel;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.fixture.SharedReference;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.RefitSchedule;
import candor.forecasting.walkforward.WalkForward;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbols of the panel with the reference's beginning and refit dates, against its figures. */
class ReferencePanelTest {

    private static final List<String> NO_FEATURE = List.of("constant");
    private static final Period PERIOD = Period.of("2010-01-04", "2024-03-08");

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "KO", "GM", "XOM"})
    void figuresEqualTheReference(String symbol) {
        TradingCalendar calendar = new NyseCalendar();
        PriceHistory history =
                new PanelFile(symbol, SharedFiles.require("data/panel-2000-2024/" + symbol + ".csv")).history(calendar);
        ForecastPlan plan = plan(history);
        FeatureTable features = new FeatureTable(NO_FEATURE, new double[1][history.size()]);
        List<BacktestRow> rows = WalkForward.run(history, features, calendar, plan, Progress.NONE)
                .rows();
        HorizonFigures figures = SymbolFigures.of(symbol, rows, plan, PERIOD)
                .figures()
                .horizons()
                .getFirst();

        Map<String, String> want = SharedReference.csv("reference/intervals-panel-recommended.csv").stream()
                .filter(row -> symbol.equals(row.get("sym")))
                .findFirst()
                .orElseThrow();
        // The reference leaves out 500 forecasts at the beginning, the product those before calibration.
        int more = figures.outcomes() - (int) number(want, "n");
        assertThat(more).isBetween(0, 250);
        if (more == 0) {
            assertThat(figures.qlike()).isEqualTo(number(want, "qlike"), within(1e-5));
            assertThat(figures.qlikeOfEwma()).isEqualTo(number(want, "qlike_ewma"), within(1e-5));
            assertThat(figures.coverage()).isEqualTo(number(want, "cov90"), within(1e-3));
            assertThat(figures.coverage99()).isEqualTo(number(want, "cov99"), within(1e-3));
            assertThat(figures.score()).isEqualTo(number(want, "is90"), within(1e-3 * number(want, "is90")));
            assertThat(Objects.requireNonNull(figures.terciles()).low()).isEqualTo(number(want, "ter0"), within(2e-3));
            assertThat(figures.terciles().high()).isEqualTo(number(want, "ter2"), within(2e-3));
        }
        assertThat(figures.christoffersenP() > 0.05).isEqualTo(number(want, "chr90") > 0.05);
    }

    private static ForecastPlan plan(PriceHistory history) {
        SortedSet<LocalDate> refits = SharedReference.refitDates(history);
        ForecastSettings standard = ForecastSettings.standard();
        ForecastSettings settings = new ForecastSettings(
                List.of(1),
                history.indexOf(refits.first()) - 1,
                standard.refitEvery(),
                NO_FEATURE,
                standard.levels(),
                standard.gamma(),
                standard.calibrationWarmUp(),
                standard.candidates());
        return ForecastPlan.of(settings)
                .withSchedule(RefitSchedule.onTargetDates(refits))
                .withChampions(Map.of(1, new Champion(Candidates.ZERO, Candidates.LOG_HAR_L)));
    }
}
