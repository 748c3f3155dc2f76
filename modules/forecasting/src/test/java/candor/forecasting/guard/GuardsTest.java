package candor.forecasting.guard;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.fixture.Broken;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.TrainedModels;
import candor.forecasting.walkforward.Training;
import candor.forecasting.walkforward.WalkForward;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardsTest {

    private static final ForecastPlan PLAN = ForecastPlan.of(ForecastSettings.standard());

    private final TradingCalendar calendar = new Weekdays();
    private final PriceHistory history = Simulated.stock(1100, 7);
    private final FeatureTable features = Features.of(history);
    private final Backtest backtest = WalkForward.run(history, features, calendar, PLAN, Progress.NONE);

    private List<String> firedOn(Backtest judged) {
        return Guards.of(history, features, calendar, PLAN, judged, cards(history, judged)).stream()
                .filter(result -> !result.passed())
                .map(GuardResult::name)
                .toList();
    }

    private static List<HorizonScorecard> cards(PriceHistory history, Backtest judged) {
        LocalDate end = history.session(history.size() - 1);
        return Scorecards.of(judged.rows(), judged.rows().getFirst().origin(), end, Map.of());
    }

    private Backtest with(List<ConformalState> calibration, TrainedModels models) {
        return new Backtest(backtest.rows(), calibration, models, backtest.refits(), backtest.fitsKept());
    }

    @Test
    void anHonestEvaluationRaisesNoAlarm() {
        List<GuardResult> results = Guards.of(history, features, calendar, PLAN, backtest, cards(history, backtest));
        assertThat(results).allMatch(GuardResult::passed);
        assertThat(results)
                .extracting(GuardResult::name)
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void aHistoryThatBreaksOffRaisesNone() {
        PriceHistory broken = Broken.stock(1500, 7, 900, 60, 3);
        TradingCalendar nyse = new NyseCalendar();
        FeatureTable known = Features.of(broken);
        Backtest walked = WalkForward.run(broken, known, nyse, PLAN, Progress.NONE);
        assertThat(Guards.of(broken, known, nyse, PLAN, walked, cards(broken, walked)))
                .allMatch(GuardResult::passed);
    }

    @Test
    void rowsAcrossABreakAreNoticed() {
        PriceHistory broken = Broken.stock(1100, 7, 700, 6, 1);
        PriceHistory whole = Broken.stock(1100, 7, 700, 5, 1);
        TradingCalendar nyse = new NyseCalendar();
        FeatureTable known = Features.of(broken);
        Backtest walked = WalkForward.run(broken, known, nyse, PLAN, Progress.NONE);
        TrainedModels own = walked.models();
        PriceHistory visible = whole.visibleAt(broken.indexOf(own.fittedAt()));
        TrainedModels across = Training.fit(visible, Features.of(visible), nyse, PLAN);
        TrainedModels claimed = new TrainedModels(own.fittedAt(), across.models());
        Backtest judged =
                new Backtest(walked.rows(), walked.calibration(), claimed, walked.refits(), walked.fitsKept());
        assertThat(Guards.of(broken, known, nyse, PLAN, judged, cards(broken, judged)).stream()
                        .filter(result -> !result.passed())
                        .map(GuardResult::name))
                .containsExactly("fit audit");
    }

    @Test
    void seagateRaisesNoAlarm() {
        PriceHistory stx = StxFile.read().history();
        TradingCalendar nyse = new NyseCalendar();
        FeatureTable known = Features.of(stx);
        Backtest walked = WalkForward.run(stx, known, nyse, PLAN, Progress.NONE);
        assertThat(Guards.of(stx, known, nyse, PLAN, walked, cards(stx, walked)))
                .allMatch(GuardResult::passed);
    }

    @Test
    void modelsThatSawMoreThanTheHistoryAreNoticed() {
        TrainedModels models = backtest.models();
        TrainedModels later = new TrainedModels(LocalDate.of(2031, 1, 2), models.models());
        assertThat(firedOn(with(backtest.calibration(), later))).containsExactly("fit audit");
    }

    @Test
    void modelsOfALaterRefitAreNoticed() {
        TrainedModels models = backtest.models();
        LocalDate earlier = history.session(history.indexOf(models.fittedAt()) - 1);
        TrainedModels claimed = new TrainedModels(earlier, models.models());
        assertThat(firedOn(with(backtest.calibration(), claimed))).containsExactly("fit audit");
    }

    @Test
    void aScoreTooManyIsNoticed() {
        ConformalState first = backtest.calibration().getFirst();
        List<Double> scores = new ArrayList<>(first.scores());
        scores.add(scores.getLast());
        ConformalState more = new ConformalState(
                first.horizon(),
                first.levels(),
                first.gamma(),
                first.warmUp(),
                first.alphas(),
                scores,
                scores,
                first.tails());
        assertThat(firedOn(with(List.of(more), backtest.models()))).containsExactly("complete targets");
    }

    @Test
    void anOutcomeThatIsNotTheReturnIsNoticed() {
        List<BacktestRow> rows = new ArrayList<>(backtest.rows());
        BacktestRow row = rows.get(100);
        rows.set(
                100,
                new BacktestRow(
                        row.origin(),
                        row.target(),
                        row.horizon(),
                        row.realised() + 1e-9,
                        row.candidates(),
                        row.sigma(),
                        row.quantiles()));
        Backtest altered =
                new Backtest(rows, backtest.calibration(), backtest.models(), backtest.refits(), backtest.fitsKept());
        assertThat(firedOn(altered)).containsExactly("complete targets");
    }

    @Test
    void theDetailNamesSessionAndValues() {
        Backtest none = with(
                backtest.calibration(),
                new TrainedModels(history.session(700), backtest.models().models()));
        GuardResult fit = Guards.of(history, features, calendar, PLAN, none, cards(history, none)).stream()
                .filter(result -> result.name().equals("fit audit"))
                .findFirst()
                .orElseThrow();
        assertThat(fit.detail())
                .isEqualTo("ewma was in use at " + history.session(700) + " and has seen "
                        + backtest.models().fittedAt() + ".");
    }
}
