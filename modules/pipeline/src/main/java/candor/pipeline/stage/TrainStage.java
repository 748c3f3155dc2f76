package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.TrainedModels;
import candor.forecasting.walkforward.Training;
import candor.pipeline.checkpoint.Product;
import candor.pipeline.failure.RequestRefused;
import candor.pipeline.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Fits the candidates at the last refit session at or before asOf, so that the forecast is the next row of the
 * walk-forward that judges it: model.json. Every further attempt has other hyper-parameters.
 */
public final class TrainStage extends CheckpointedStage {

    private final TradingCalendar calendar;
    private final ForecastSettings settings;

    public TrainStage(Workshop workshop, TradingCalendar calendar, ForecastSettings settings) {
        super(StageName.TRAIN, workshop, Training.class);
        this.calendar = calendar;
        this.settings = settings;
    }

    @Override
    Plan plan(StageRequest request, InputArtefacts inputs) {
        LocalDate asOf = requiredAsOf(request);
        Modelling.askFor(inputs);
        ForecastSettings tried = settings.attempt(request.attempt());
        SortedMap<String, String> text = Modelling.settings(tried);
        text.put("without", String.join(" ", request.without()));
        ForecastPlan plan = plan(tried, request.without());
        return Plan.of(asOf, inputs.toInputs(), text, () -> fit(plan, request.attempt(), request.without(), inputs));
    }

    private static ForecastPlan plan(ForecastSettings tried, List<String> without) {
        try {
            return Modelling.plan(
                    tried, without, Incumbents.first(tried.horizons()).forecasters(without));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("the request's field 'without': " + e.getMessage(), e);
        }
    }

    private Plan.Made fit(ForecastPlan plan, int attempt, List<String> without, InputArtefacts inputs) {
        PriceHistory history = Modelling.history(inputs);
        FeatureTable features = Modelling.features(inputs, history);
        TrainedModels models = Modelling.translating(() -> Training.fit(history, features, calendar, plan));
        return new Plan.Made(
                List.of(Product.of(
                        "model.json", Json.write(new ModelDocument(Schemas.MODEL, attempt, without, models)))),
                "candidates fitted at " + models.fittedAt()
                        + (without.isEmpty()
                                ? ""
                                : ", without " + String.join(", ", without) + ", which did not converge"));
    }
}
