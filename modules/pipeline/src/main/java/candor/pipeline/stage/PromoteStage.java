package candor.pipeline.stage;

import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.MeanMethod;
import candor.forecasting.walkforward.ScaleMethod;
import candor.pipeline.checkpoint.Checkpoints.Referenced;
import candor.pipeline.checkpoint.Digest;
import candor.pipeline.checkpoint.Input;
import candor.pipeline.checkpoint.Product;
import candor.pipeline.json.Json;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.run.Champions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gate. With one set of candidates there is no challenger, so the champion is retained, and promotion.json says so;
 * champions/{symbol} takes a note of it.
 */
public final class PromoteStage extends CheckpointedStage {

    static final String REASON =
            "there is one set of candidates and no challenger to it: the champion stays until evidence speaks for another";

    private final ForecastSettings settings;

    public PromoteStage(Workshop workshop, ForecastSettings settings) {
        super(StageName.PROMOTE, workshop, Champion.class);
        this.settings = settings;
    }

    /** Random walk and log-HAR-L for every horizon: in service until another has won its place. */
    static Map<Integer, Champion> firstChampions(ForecastSettings settings) {
        Map<Integer, Champion> champions = new LinkedHashMap<>();
        settings.horizons().forEach(horizon -> champions.put(horizon, Champion.FIRST));
        return champions;
    }

    /** The champions that a verdict names. */
    static Map<Integer, Champion> champions(PromotionDocument promotion) {
        Map<Integer, Champion> champions = new LinkedHashMap<>();
        promotion.horizons().forEach(verdict -> champions.put(verdict.sessions(), champion(verdict)));
        return champions;
    }

    @Override
    Plan plan(StageRequest request, InputArtefacts inputs) {
        LocalDate asOf = requiredAsOf(request);
        inputs.from(StageName.EVALUATE, "evaluation.json");
        List<HorizonVerdict> incumbents = new Champions(workshop().store())
                .findBefore(request.symbol(), asOf)
                .map(Champions.Term::horizons)
                .orElse(List.of());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(new Input("champion before " + asOf, Digest.of(Json.write(inService(incumbents)))));
        return Plan.of(asOf, all, Modelling.settings(settings), () -> judge(inputs, incumbents));
    }

    /** Who is in service, whether by an earlier verdict or because nobody was appointed yet: only that decides. */
    private List<HorizonVerdict> inService(List<HorizonVerdict> incumbents) {
        return settings.horizons().stream()
                .map(sessions -> retained(sessions, incumbents))
                .toList();
    }

    private static Plan.Made judge(InputArtefacts inputs, List<HorizonVerdict> incumbents) {
        EvaluationDocument evaluation = Json.read(inputs.bytes("evaluation.json"), EvaluationDocument.class);
        List<HorizonVerdict> verdicts = evaluation.horizons().stream()
                .map(HorizonScorecard::sessions)
                .map(sessions -> retained(sessions, incumbents))
                .toList();
        return new Plan.Made(
                List.of(Product.of("promotion.json", Json.write(new PromotionDocument(Schemas.PROMOTION, verdicts)))),
                "champions retained: " + verdicts.getFirst().mean() + " + "
                        + verdicts.getFirst().scale());
    }

    private static HorizonVerdict retained(int sessions, List<HorizonVerdict> incumbents) {
        Champion champion = incumbents.stream()
                .filter(incumbent -> incumbent.sessions() == sessions)
                .findFirst()
                .map(PromoteStage::champion)
                .orElse(Champion.FIRST);
        return new HorizonVerdict(
                sessions, "retained", champion.mean().key(), champion.scale().key(), REASON);
    }

    private static Champion champion(HorizonVerdict verdict) {
        return new Champion(MeanMethod.of(verdict.mean()), ScaleMethod.of(verdict.scale()));
    }

    @Override
    void settle(StageRequest request, Referenced made) {
        PromotionDocument promotion = Json.read(
                workshop().checkpoints().bytes(made.checkpoint().getArtefact("promotion.json")),
                PromotionDocument.class);
        new Champions(workshop().store())
                .appoint(
                        request.symbol(),
                        new Champions.Term(made.checkpoint().asOf(), made.ref(), promotion.horizons()));
    }
}
