package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.evaluation.AdjustedScorecards;
import candor.forecasting.evaluation.Scorecards;
import candor.forecasting.evaluation.Statement;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.Alarm;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.Guards;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.pipeline.checkpoint.Input;
import candor.pipeline.checkpoint.Product;
import candor.pipeline.failure.NotEnoughHistory;
import candor.pipeline.json.Json;
import candor.pipeline.run.Champions;
import candor.pipeline.stage.CleanStage.CleaningDocument;
import candor.pipeline.table.BacktestTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Makes every past forecast again, with the champions that are in service, and scores it: backtest.csv, calibration.json,
 * evaluation.json.
 */
public final class EvaluateStage extends CheckpointedStage {

    private final TradingCalendar calendar;
    private final ForecastSettings settings;
    private final Progress progress;

    /** @param progress told of every session walked */
    public EvaluateStage(Workshop workshop, TradingCalendar calendar, ForecastSettings settings, Progress progress) {
        super(StageName.EVALUATE, workshop, WalkForward.class);
        this.calendar = calendar;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    Plan plan(StageRequest request, InputArtefacts inputs) {
        LocalDate asOf = requiredAsOf(request);
        Modelling.askFor(inputs);
        inputs.from(StageName.CLEAN, "cleaning.json").from(StageName.TRAIN, "model.json");
        Incumbents incumbents =
                Incumbents.of(new Champions(workshop().store()), request.symbol(), asOf, settings.horizons());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(incumbents.toInput(asOf));
        SortedMap<String, String> text = Modelling.settings(settings);
        return Plan.of(asOf, all, text, () -> walk(request.symbol(), asOf, incumbents, inputs));
    }

    private Plan.Made walk(Symbol symbol, LocalDate asOf, Incumbents incumbents, InputArtefacts inputs) {
        PriceHistory history = Modelling.history(inputs);
        FeatureTable features = Modelling.features(inputs, history);
        ModelDocument trained = Json.read(inputs.bytes("model.json"), ModelDocument.class);
        SortedMap<Integer, Champion> forecasters = incumbents.forecasters(trained.without());
        ForecastPlan plan = Modelling.plan(settings.attempt(trained.attempt()), trained.without(), forecasters);
        Backtest backtest = Modelling.translating(() -> WalkForward.run(history, features, calendar, plan, progress));
        if (backtest.rows().isEmpty()) {
            throw new NotEnoughHistory("no forecast origin: " + history.size()
                    + " sessions are too few; use a file that reaches back further");
        }
        AdjustedScorecards scored = Scorecards.withAdjustedP(
                Scorecards.of(backtest.rows(), backtest.rows().getFirst().origin(), asOf, forecasters));
        if (scored.horizons().size() < settings.horizons().size()) {
            throw new NotEnoughHistory("no forecast of the longest horizon has an outcome yet: " + history.size()
                    + " sessions are too few; use a file that reaches back further");
        }
        List<GuardResult> guards = Stream.concat(
                        ofBars(inputs).stream(),
                        Guards.of(history, features, calendar, plan, backtest, scored.horizons()).stream())
                .distinct()
                .toList();
        List<GuardResult> fired = Alarm.fired(guards);
        EvaluationDocument document = new EvaluationDocument(
                Schemas.EVALUATION,
                scored.horizons(),
                guards,
                scored.trials(),
                Alarm.before(Statement.of(symbol, scored), guards),
                backtest.refits(),
                backtest.fitsKept());
        return new Plan.Made(
                List.of(
                        Product.of("backtest.csv", BacktestTable.write(backtest.rows())),
                        Product.of(
                                "calibration.json",
                                Json.write(new CalibrationDocument(Schemas.CALIBRATION, backtest.calibration()))),
                        Product.of("evaluation.json", Json.write(document))),
                backtest.rows().size() + " forecasts from "
                        + backtest.rows().getFirst().origin() + " on, " + backtest.refits() + " refits"
                        + (fired.isEmpty()
                                ? ""
                                : "; ALARM of the guards: "
                                        + String.join(
                                                ", ",
                                                fired.stream()
                                                        .map(GuardResult::name)
                                                        .toList())));
    }

    /** The guards of the bars, so that one statement speaks for all. */
    private static List<GuardResult> ofBars(InputArtefacts inputs) {
        return Json.read(inputs.bytes("cleaning.json"), CleaningDocument.class).guards();
    }
}
