package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.evaluation.scorecard.AdjustedScorecards;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.evaluation.statement.Statement;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.Alarm;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.Guards;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.risk.MarketRisk;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.EarlierWalk;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.pipeline.champion.Champions;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Input;
import candor.store.checkpoint.Product;
import candor.store.failure.NotEnoughHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Makes every past forecast again, with the champions that are in service, and scores it: backtest.csv, calibration.json,
 * evaluation.json, and metrics.json for readers.
 */
public final class EvaluateStage extends CheckpointedStage<DayRequest> {

    private final TradingCalendar calendar;
    private final Progress progress;

    /** @param progress told of every session walked */
    public EvaluateStage(Workshop workshop, TradingCalendar calendar, Progress progress) {
        super(StageName.EVALUATE, workshop, DayRequest::of, calendar.getClass());
        this.calendar = calendar;
        this.progress = progress;
    }

    @Override
    Plan plan(DayRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.asOf();
        Modelling.askFor(inputs);
        inputs.from(StageName.CLEAN, CleaningDocument.KEY).from(StageName.TRAIN, ModelDocument.KEY);
        ModelDocument trained = Modelling.trained(inputs);
        Incumbents incumbents = Incumbents.of(
                new Champions(workshop().store()),
                request.symbol(),
                asOf,
                trained.tried().horizons());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(incumbents.toInput(asOf));
        // As the candidates were fitted, so they are judged.
        SortedMap<String, String> text = inputs.checkpointOf(StageName.TRAIN).settings();
        SortedMap<String, Long> seeds = inputs.checkpointOf(StageName.TRAIN).seeds();
        return new Plan(
                asOf,
                all,
                text,
                seeds,
                () -> walk(request, incumbents, trained, earlierWork(request, text, seeds, inputs), inputs));
    }

    private Plan.Made walk(
            DayRequest request,
            Incumbents incumbents,
            ModelDocument trained,
            Optional<EarlierWork> earlier,
            InputArtefacts inputs) {
        Symbol symbol = request.symbol();
        LocalDate asOf = request.asOf();
        PriceHistory history = CleanedBars.history(inputs);
        FeatureTable features = Modelling.features(inputs, history);
        SortedMap<Integer, Champion> forecasters = incumbents.forecasters(trained.without());
        ForecastPlan plan = Modelling.plan(trained, forecasters);
        EarlierWalk before = earlier.flatMap(work -> walkOf(work, history)).orElse(null);
        Backtest backtest = Modelling.translating(
                () -> WalkForward.resume(history, features, calendar, plan, trained.models(), before, progress));
        if (backtest.rows().isEmpty()) {
            throw new NotEnoughHistory("no forecast origin: " + Figures.count(history.size(), "session", "is", "are")
                    + " too few; use a file that reaches back further");
        }
        AdjustedScorecards scored = Scorecards.withAdjustedP(Modelling.translating(
                () -> Scorecards.of(backtest.rows(), backtest.rows().getFirst().origin(), asOf, forecasters)));
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
        MetricsDocument metrics = metrics(symbol, asOf, history, document, inputs);
        return new Plan.Made(
                List.of(
                        Product.of(BacktestTable.KEY, BacktestTable.write(backtest.rows())),
                        Product.json(
                                CalibrationDocument.KEY,
                                new CalibrationDocument(Schemas.CALIBRATION, backtest.calibration())),
                        Product.json(EvaluationDocument.KEY, document),
                        Product.json(MetricsDocument.KEY, metrics)),
                Figures.count(backtest.rows().size(), "forecast") + " from "
                        + backtest.rows().getFirst().origin() + " on, " + Figures.count(backtest.refits(), "refit")
                        + (fired.isEmpty()
                                ? ""
                                : "; ALARM of the guards: "
                                        + String.join(
                                                ", ",
                                                fired.stream()
                                                        .map(GuardResult::name)
                                                        .toList())));
    }

    private static MetricsDocument metrics(
            Symbol symbol, LocalDate asOf, PriceHistory history, EvaluationDocument evaluation, InputArtefacts inputs) {
        CleaningDocument cleaning = inputs.read(CleaningDocument.KEY);
        return new MetricsDocument(
                Schemas.METRICS,
                symbol,
                asOf,
                new MetricsDocument.BarCounts(
                        cleaning.from(),
                        cleaning.to(),
                        cleaning.counts().bars(),
                        cleaning.counts().repaired(),
                        cleaning.counts().quarantined()),
                MarketRisk.of(history).orElse(null),
                evaluation.horizons(),
                evaluation.guards(),
                evaluation.trials(),
                evaluation.statement());
    }

    /** Its rows up to the last session that is what it was. */
    private static Optional<EarlierWalk> walkOf(EarlierWork work, PriceHistory history) {
        return work.through(history)
                .flatMap(through -> work.artefact(BacktestTable.KEY)
                        .flatMap(rows -> work.artefact(EvaluationDocument.KEY)
                                .map(evaluation -> new EarlierWalk(through, rows, evaluation.fitsKept()))));
    }

    @Override
    void settle(DayRequest request, Referenced made) {
        EarlierWork.note(workshop(), made);
    }

    /** The guards of the bars, so that one statement speaks for all. */
    private static List<GuardResult> ofBars(InputArtefacts inputs) {
        return inputs.read(CleaningDocument.KEY).guards();
    }
}
