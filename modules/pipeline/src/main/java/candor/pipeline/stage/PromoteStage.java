package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.promotion.Gate;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Recalibration;
import candor.pipeline.checkpoint.Checkpoints.Referenced;
import candor.pipeline.checkpoint.Input;
import candor.pipeline.checkpoint.Product;
import candor.pipeline.json.Json;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.run.Champions;
import candor.pipeline.run.RunId;
import candor.pipeline.table.BacktestTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides who is in service, promotion.json, and gives the intervals of whoever forecasts what they would have learnt had
 * it walked, calibration.json; champions/{symbol} takes a note of the verdict.
 */
public final class PromoteStage extends CheckpointedStage {

    private final TradingCalendar calendar;

    public PromoteStage(Workshop workshop, TradingCalendar calendar) {
        super(StageName.PROMOTE, workshop, Gate.class);
        this.calendar = calendar;
    }

    /** Who forecasts, by a verdict. */
    static Map<Integer, Champion> forecasters(PromotionDocument promotion) {
        Map<Integer, Champion> champions = new LinkedHashMap<>();
        promotion
                .horizons()
                .forEach(verdict ->
                        champions.put(verdict.sessions(), verdict.forecaster().toChampion()));
        return champions;
    }

    @Override
    Plan plan(StageRequest request, InputArtefacts inputs) {
        LocalDate asOf = requiredAsOf(request);
        inputs.from(StageName.TRAIN, "model.json")
                .from(StageName.EVALUATE, "backtest.csv", "calibration.json", "evaluation.json");
        ModelDocument trained = Modelling.trained(inputs);
        Incumbents incumbents = Incumbents.of(
                new Champions(workshop().store()),
                request.symbol(),
                asOf,
                trained.tried().horizons());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(incumbents.toInputWithLooks(asOf));
        return Plan.of(asOf, all, new TreeMap<>(), () -> judge(asOf, incumbents, trained, inputs));
    }

    private Plan.Made judge(LocalDate asOf, Incumbents incumbents, ModelDocument trained, InputArtefacts inputs) {
        ForecastSettings tried = trained.tried();
        List<BacktestRow> rows = BacktestTable.read(inputs.bytes("backtest.csv"));
        PromotionDocument promotion = new Judgement(
                        asOf, incumbents, trained.models().fittedAt(), trained.without(), tried, rows, calendar)
                .document();
        CalibrationDocument calibration =
                new CalibrationDocument(Schemas.CALIBRATION, calibration(promotion, rows, tried, inputs));
        return new Plan.Made(
                List.of(
                        Product.of("promotion.json", Json.write(promotion)),
                        Product.of("calibration.json", Json.write(calibration))),
                summary(promotion));
    }

    /** Evaluate's, where the one that forecasts has walked there; else as if it had. */
    private static List<ConformalState> calibration(
            PromotionDocument promotion, List<BacktestRow> rows, ForecastSettings settings, InputArtefacts inputs) {
        Map<Integer, Methods> walked = walked(inputs);
        Map<Integer, Champion> forecasters = forecasters(promotion);
        List<ConformalState> states = new ArrayList<>();
        for (ConformalState state : Json.read(inputs.bytes("calibration.json"), CalibrationDocument.class)
                .horizons()) {
            int sessions = state.horizon();
            Champion forecaster = forecasters.getOrDefault(sessions, Champion.FIRST);
            states.add(
                    Methods.of(forecaster).equals(walked.get(sessions))
                            ? state
                            : Recalibration.of(rows, sessions, forecaster, settings)
                                    .state());
        }
        return states;
    }

    private static Map<Integer, Methods> walked(InputArtefacts inputs) {
        Map<Integer, Methods> walked = new LinkedHashMap<>();
        for (HorizonScorecard card : Json.read(inputs.bytes("evaluation.json"), EvaluationDocument.class)
                .horizons()) {
            walked.put(
                    card.sessions(),
                    new Methods(card.point().champion(), card.scale().champion()));
        }
        return walked;
    }

    private static String summary(PromotionDocument promotion) {
        List<String> promoted = promotion.horizons().stream()
                .filter(verdict -> verdict.verdict().equals(PromotionDocument.PROMOTED))
                .map(verdict -> verdict.champion() + " promoted at " + verdict.sessions()
                        + (verdict.sessions() == 1 ? " session" : " sessions"))
                .toList();
        return (promoted.isEmpty() ? "champions retained" : String.join(", ", promoted)) + "; look " + promotion.look()
                + ", the next on " + promotion.nextLook();
    }

    @Override
    void settle(StageRequest request, Referenced made) {
        PromotionDocument promotion = Json.read(
                workshop().checkpoints().bytes(made.checkpoint().getArtefact("promotion.json")),
                PromotionDocument.class);
        LocalDate asOf = made.checkpoint().asOf();
        new Champions(workshop().store())
                .appoint(
                        request.symbol(),
                        new Champions.Term(
                                asOf,
                                Champions.Decider.GATE,
                                null,
                                RunId.of(request.symbol(), asOf, request.execution()),
                                made.ref(),
                                promotion.look(),
                                promotion.lookedAt(),
                                promotion.horizons().stream()
                                        .map(PromoteStage::inService)
                                        .toList()));
    }

    private static Champions.InService inService(HorizonVerdict verdict) {
        return new Champions.InService(
                verdict.sessions(),
                verdict.verdict(),
                verdict.champion().mean(),
                verdict.champion().scale(),
                verdict.reason());
    }
}
