package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Forecasting;
import candor.forecasting.walkforward.HorizonForecast;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.stage.ScoringDocument.Scorable;
import candor.pipeline.table.PredictionsTable;
import candor.pipeline.table.TruthTable;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Product;
import candor.store.port.Ledger;
import candor.store.run.Latest;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The champion's forecast for every horizon: forecast.json, predictions.csv, scoring.json. It enters the ledger, to be
 * scored when its targets are known, and becomes what is served.
 */
public final class ForecastStage extends CheckpointedStage<DayRequest> {

    private final Ledger ledger;
    private final TradingCalendar calendar;

    public ForecastStage(Workshop workshop, Ledger ledger, TradingCalendar calendar) {
        super(StageName.FORECAST, workshop, DayRequest::of, calendar.getClass());
        this.ledger = ledger;
        this.calendar = calendar;
    }

    @Override
    Plan plan(DayRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.asOf();
        Modelling.askFor(inputs);
        inputs.from(StageName.TRAIN, ModelDocument.KEY)
                .from(StageName.EVALUATE, EvaluationDocument.KEY)
                .from(StageName.PROMOTE, PromotionDocument.KEY, CalibrationDocument.KEY);
        boolean synthetic = inputs.checkpointOf(StageName.INGEST).hasArtefact(TruthTable.KEY);
        SortedMap<String, String> text = new TreeMap<>();
        text.put("synthetic", Boolean.toString(synthetic));
        return Plan.of(asOf, inputs.toInputs(), text, () -> forecast(request, asOf, synthetic, inputs));
    }

    private Plan.Made forecast(DayRequest request, LocalDate asOf, boolean synthetic, InputArtefacts inputs) {
        PriceHistory history = CleanedBars.history(inputs);
        PromotionDocument promotion = inputs.read(PromotionDocument.KEY);
        String statement = inputs.read(EvaluationDocument.KEY).statement();
        List<HorizonForecast> forecasts = forecasts(history, promotion, inputs);
        ForecastAssembly assembly = new ForecastAssembly(request.symbol(), asOf, synthetic, history, calendar);
        ForecastDocument document = assembly.document(forecasts, promotion, statement);
        String trained = inputs.getRef(StageName.TRAIN).key();
        return new Plan.Made(
                List.of(
                        Product.json(ForecastDocument.KEY, document),
                        Product.of(PredictionsTable.KEY, PredictionsTable.write(document, trained)),
                        Product.json(ScoringDocument.KEY, assembly.scoring(forecasts))),
                "forecasts for " + document.horizons().size() + " horizons from " + asOf);
    }

    private List<HorizonForecast> forecasts(PriceHistory history, PromotionDocument promotion, InputArtefacts inputs) {
        FeatureTable features = Modelling.features(inputs, history);
        ModelDocument trained = Modelling.trained(inputs);
        CalibrationDocument calibration = inputs.read(CalibrationDocument.KEY);
        ForecastPlan plan = Modelling.plan(trained, PromoteStage.forecasters(promotion));
        return Forecasting.at(history, features, trained.models(), calibration.horizons(), plan).stream()
                .filter(forecast ->
                        history.size() >= forecast.champion().scale().barsBeforeIssue(forecast.horizon()))
                .toList();
    }

    @Override
    void settle(DayRequest request, Referenced made) {
        Checkpoint checkpoint = made.checkpoint();
        ScoringDocument scoring = workshop().checkpoints().read(checkpoint, ScoringDocument.KEY);
        for (Scorable scorable : scoring.horizons()) {
            ledger.recordForecast(scorable.toEntry(
                    checkpoint.symbol(), checkpoint.asOf(), made.ref().key()));
        }
        new Latest(workshop().store(), workshop().notices())
                .advance(checkpoint.symbol(), checkpoint.asOf(), made.ref());
    }
}
