package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Recalibration;
import candor.pipeline.champion.Champions;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Input;
import candor.store.checkpoint.Product;
import candor.store.failure.RequestRefused;
import candor.store.port.Ledger;
import candor.store.run.Approval;
import candor.store.run.Approval.Decision;
import candor.store.run.RunId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is in service, promotion.json, and gives the intervals of whoever forecasts what they would have learnt had
 * it walked, calibration.json; champions/{symbol} takes a note of the verdict.
 *
 * <p>Where a person has to agree, a first run of the stage proposes and appoints nobody; a second one, with the person's
 * answer, makes the verdict of the proposal. The answer alone is an input: who gave it and when stand in champions/{symbol}
 * and in the ledger.
 */
public final class PromoteStage extends CheckpointedStage<PromoteRequest> {

    private final TradingCalendar calendar;
    private final Consent consent;

    /**
     * @param ledger keeps what persons answered; asked for only where one did
     * @param people told what waits for their answer
     */
    public PromoteStage(Workshop workshop, TradingCalendar calendar, Supplier<Ledger> ledger, Consumer<String> people) {
        super(StageName.PROMOTE, workshop, PromoteRequest::of, calendar.getClass());
        this.consent = new Consent(ledger, people);
        this.calendar = calendar;
    }

    /** Who forecasts, by a verdict; throws {@link RequestRefused} where it is none yet. */
    static Map<Integer, Champion> forecasters(PromotionDocument promotion) {
        if (promotion.proposes()) {
            throw new RequestRefused("the request's field 'checkpoints.promote' refers to a proposal that nobody has"
                    + " answered; answer it with ./candor approve");
        }
        return champions(promotion);
    }

    private static Map<Integer, Champion> champions(PromotionDocument promotion) {
        Map<Integer, Champion> champions = new LinkedHashMap<>();
        promotion
                .horizons()
                .forEach(verdict ->
                        champions.put(verdict.sessions(), verdict.forecaster().toChampion()));
        return champions;
    }

    @Override
    Plan plan(PromoteRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.day().asOf();
        inputs.from(StageName.TRAIN, ModelDocument.KEY)
                .from(StageName.EVALUATE, BacktestTable.KEY, CalibrationDocument.KEY, EvaluationDocument.KEY);
        Approval approval = request.approval();
        Decision decision = approval == null ? null : approval.decision();
        return decision == null || decision == Decision.REQUIRED
                ? planned(request.day(), inputs, decision)
                : answered(asOf, inputs, decision);
    }

    private Plan planned(DayRequest day, InputArtefacts inputs, @Nullable Decision decision) {
        LocalDate asOf = day.asOf();
        ModelDocument trained = Modelling.trained(inputs);
        Incumbents incumbents = Incumbents.of(
                new Champions(workshop().store()),
                day.symbol(),
                asOf,
                trained.tried().horizons());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(incumbents.toInputWithLooks(asOf));
        if (decision != null) {
            all.add(Consent.toInput(decision));
        }
        return Plan.of(asOf, all, new TreeMap<>(), () -> {
            PromotionDocument judged = judge(asOf, incumbents, trained, inputs);
            return made(decision == null ? judged : judged.toProposal(), inputs);
        });
    }

    /** The verdict of what was proposed, whoever has come into service since. */
    private Plan answered(LocalDate asOf, InputArtefacts inputs, Decision decision) {
        inputs.from(StageName.PROMOTE, PromotionDocument.KEY);
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(Consent.toInput(decision));
        return Plan.of(
                asOf,
                all,
                new TreeMap<>(),
                () -> made(Consent.verdict(inputs.read(PromotionDocument.KEY), decision), inputs));
    }

    private PromotionDocument judge(
            LocalDate asOf, Incumbents incumbents, ModelDocument trained, InputArtefacts inputs) {
        return new Judgement(
                        asOf,
                        incumbents,
                        trained.models().fittedAt(),
                        trained.without(),
                        trained.tried(),
                        inputs.read(BacktestTable.KEY),
                        calendar)
                .document();
    }

    private Plan.Made made(PromotionDocument promotion, InputArtefacts inputs) {
        ForecastSettings tried = Modelling.trained(inputs).tried();
        List<BacktestRow> rows = inputs.read(BacktestTable.KEY);
        CalibrationDocument calibration =
                new CalibrationDocument(Schemas.CALIBRATION, calibration(promotion, rows, tried, inputs));
        return new Plan.Made(
                List.of(
                        Product.json(PromotionDocument.KEY, promotion),
                        Product.json(CalibrationDocument.KEY, calibration)),
                summary(promotion));
    }

    /** Evaluate's, where the one that forecasts has walked there; else as if it had. */
    private static List<ConformalState> calibration(
            PromotionDocument promotion, List<BacktestRow> rows, ForecastSettings settings, InputArtefacts inputs) {
        Map<Integer, Methods> walked = walked(inputs);
        Map<Integer, Champion> forecasters = champions(promotion);
        List<ConformalState> states = new ArrayList<>();
        for (ConformalState state : inputs.read(CalibrationDocument.KEY).horizons()) {
            int sessions = state.horizon();
            Champion forecaster = forecasters.getOrDefault(sessions, Champion.first(sessions));
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
        for (HorizonScorecard card : inputs.read(EvaluationDocument.KEY).horizons()) {
            walked.put(
                    card.sessions(),
                    new Methods(card.point().champion(), card.scale().champion()));
        }
        return walked;
    }

    private static String summary(PromotionDocument promotion) {
        String changes = promotion.changes();
        return (changes.isEmpty() ? "champions retained" : changes) + "; look " + promotion.look() + ", the next on "
                + promotion.nextLook();
    }

    @Override
    boolean awaitsApproval(PromoteRequest request, Referenced made) {
        return promotion(made).proposes();
    }

    @Override
    void settle(PromoteRequest request, Referenced made) {
        PromotionDocument promotion = promotion(made);
        if (promotion.proposes()) {
            consent.ask(request, promotion);
        } else {
            consent.note(request, made.checkpoint().asOf());
            appoint(request, made, promotion);
        }
    }

    private PromotionDocument promotion(Referenced made) {
        return workshop().checkpoints().read(made.checkpoint(), PromotionDocument.KEY);
    }

    private void appoint(PromoteRequest request, Referenced made, PromotionDocument promotion) {
        Approval approval = request.approval();
        LocalDate asOf = made.checkpoint().asOf();
        new Champions(workshop().store())
                .appoint(
                        request.day().symbol(),
                        new Champions.Term(
                                asOf,
                                Champions.Decider.GATE,
                                approval == null ? null : approval.decided(),
                                approval == null ? null : approval.by(),
                                RunId.of(
                                        request.day().symbol(),
                                        asOf,
                                        request.day().execution()),
                                made.ref(),
                                promotion.look(),
                                promotion.lookedAt(),
                                promotion.horizons().stream()
                                        .map(PromoteStage::inService)
                                        .toList()));
    }

    static Champions.InService inService(HorizonVerdict verdict) {
        return new Champions.InService(
                verdict.sessions(),
                verdict.verdict().toString(),
                verdict.champion().mean(),
                verdict.champion().scale(),
                verdict.reason());
    }
}
