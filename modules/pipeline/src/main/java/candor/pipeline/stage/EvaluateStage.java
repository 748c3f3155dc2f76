package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.evaluation.AdjustedScorecards;
import candor.forecasting.evaluation.Scorecards;
import candor.forecasting.evaluation.Statement;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.pipeline.checkpoint.Input;
import candor.pipeline.checkpoint.Product;
import candor.pipeline.failure.NotEnoughHistory;
import candor.pipeline.json.Json;
import candor.pipeline.run.Champions;
import candor.pipeline.table.BacktestTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes every past forecast again, with the champions that are in service, and scores it: backtest.csv, calibration.json,
 * evaluation.json.
 */
public final class EvaluateStage extends CheckpointedStage {

    private final TradingCalendar calendar;
    private final Progress progress;

    /** @param progress told of every session walked */
    public EvaluateStage(Workshop workshop, TradingCalendar calendar, Progress progress) {
        super(StageName.EVALUATE, workshop, WalkForward.class);
        this.calendar = calendar;
        this.progress = progress;
    }

    @Override
    Plan plan(StageRequest request, InputArtefacts inputs) {
        LocalDate asOf = requiredAsOf(request);
        Modelling.askFor(inputs);
        inputs.from(StageName.TRAIN, "model.json");
        ModelDocument trained = Modelling.trained(inputs);
        Incumbents incumbents = Incumbents.of(
                new Champions(workshop().store()),
                request.symbol(),
                asOf,
                trained.tried().horizons());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(incumbents.toInput(asOf));
        return Plan.of(asOf, all, new TreeMap<>(), () -> walk(request.symbol(), asOf, incumbents, trained, inputs));
    }

    private Plan.Made walk(
            Symbol symbol, LocalDate asOf, Incumbents incumbents, ModelDocument trained, InputArtefacts inputs) {
        PriceHistory history = Modelling.history(inputs);
        FeatureTable features = Modelling.features(inputs, history);
        SortedMap<Integer, Champion> forecasters = incumbents.forecasters(trained.without());
        ForecastPlan plan = Modelling.plan(trained, forecasters);
        Backtest backtest = Modelling.translating(() -> WalkForward.run(history, features, calendar, plan, progress));
        if (backtest.rows().isEmpty()) {
            throw new NotEnoughHistory("no forecast origin: " + history.size()
                    + " sessions are too few; use a file that reaches back further");
        }
        AdjustedScorecards scored = Scorecards.withAdjustedP(
                Scorecards.of(backtest.rows(), backtest.rows().getFirst().origin(), asOf, forecasters));
        if (scored.horizons().size() < plan.settings().horizons().size()) {
            throw new NotEnoughHistory("no forecast of the longest horizon has an outcome yet: " + history.size()
                    + " sessions are too few; use a file that reaches back further");
        }
        String statement = Statement.of(symbol, scored);
        EvaluationDocument document = new EvaluationDocument(
                Schemas.EVALUATION,
                scored.horizons(),
                scored.trials(),
                statement,
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
                        + backtest.rows().getFirst().origin() + " on, " + backtest.refits() + " refits");
    }
}
