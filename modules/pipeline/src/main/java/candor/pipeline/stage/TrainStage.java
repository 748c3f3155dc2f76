package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.TrainedModels;
import candor.forecasting.walkforward.Training;
import candor.pipeline.settings.SettingsInForce;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Input;
import candor.store.checkpoint.Product;
import candor.store.failure.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits the candidates at the last refit session at or before asOf, so that the forecast is the next row of the
 * walk-forward that judges it: model.json. Hyper-parameters are those in force for the symbol; every further attempt has
 * other ones.
 */
public final class TrainStage extends CheckpointedStage<TrainRequest> {

    private final TradingCalendar calendar;

    public TrainStage(Workshop workshop, TradingCalendar calendar) {
        super(StageName.TRAIN, workshop, TrainRequest::of, calendar.getClass());
        this.calendar = calendar;
    }

    @Override
    Plan plan(TrainRequest request, InputArtefacts inputs) {
        DayRequest day = request.day();
        Modelling.askFor(inputs);
        SettingsInForce settings = SettingsInForce.find(workshop().store(), day.symbol());
        List<Input> all = new ArrayList<>(inputs.toInputs());
        all.add(new Input("settings, " + settings.from(), settings.sha256()));
        SortedMap<String, String> text = new TreeMap<>();
        text.put("attempt", Integer.toString(request.attempt()));
        text.put("settings", settings.from());
        text.put("without", String.join(" ", request.without()));
        // What work may go on from is found by these: another file of the same name must not be taken for this one.
        text.put("settingsSha256", settings.sha256());
        plan(settings, request);
        SortedMap<String, Long> seeds = Modelling.seeds(settings.values());
        return new Plan(
                day.asOf(),
                all,
                text,
                seeds,
                () -> fit(settings, request, earlierWork(day, text, seeds, inputs), inputs));
    }

    private static ForecastPlan plan(SettingsInForce settings, TrainRequest request) {
        ForecastSettings tried = settings.values().attempt(request.attempt());
        List<String> without = request.without();
        try {
            return Modelling.plan(
                    tried, without, Incumbents.first(tried.horizons()).forecasters(without));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("the request's field 'without': " + e.getMessage(), e);
        }
    }

    private Plan.Made fit(
            SettingsInForce wanted, TrainRequest request, Optional<EarlierWork> earlier, InputArtefacts inputs) {
        PriceHistory history = CleanedBars.history(inputs);
        FeatureTable features = Modelling.features(inputs, history);
        SettingsInForce settings = wanted.withFeaturesOf(features);
        ForecastPlan plan = plan(settings, request);
        TrainedModels known = earlier.flatMap(TrainStage::known).orElse(null);
        TrainedModels models = Modelling.translating(() -> Training.resume(history, features, calendar, plan, known));
        List<String> without = request.without();
        return new Plan.Made(
                List.of(Product.of(
                        ModelDocument.KEY, new ModelDocument(request.attempt(), without, settings, models).write())),
                "candidates fitted at " + models.fittedAt()
                        + (settings.isBuiltIn() ? "" : " with " + settings.from())
                        + (without.isEmpty()
                                ? ""
                                : ", without " + String.join(", ", without) + ", which did not converge"));
    }

    /** Models whose training rows are what they were. */
    private static Optional<TrainedModels> known(EarlierWork earlier) {
        return earlier.artefact(ModelDocument.KEY)
                .map(ModelDocument::models)
                .filter(models -> earlier.holds(models.fittedAt()));
    }

    @Override
    void settle(TrainRequest request, Referenced made) {
        EarlierWork.note(workshop(), made);
    }
}
