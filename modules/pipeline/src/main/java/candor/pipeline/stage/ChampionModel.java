package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Forecasting;
import candor.forecasting.walkforward.HorizonForecast;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.PromotionDocument;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Input;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.InputRefused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Who forecasts a symbol, with all that it has learnt, as a stored forecast used it: to forecast again from other bars of
 * the same stock. From the bars that the stored forecast was made from it makes that very forecast, bit for bit.
 *
 * <p>What is fitted stays as it is. What follows every session is a state after the session of the fit and is moved on
 * through the bars that come after it; intervals have learnt from outcomes up to {@link #asOf()}. Hence the conditions that
 * {@link #forecast} puts on bars.
 */
public final class ChampionModel {

    /** A year for the longest window, and 47 sessions in which its exponential averages forget where they began. */
    private static final int BARS_FOR_FEATURES = 300;

    private static final double BEYOND_BELIEF = 10;

    private final ForecastDocument stored;
    private final String modelCheckpoint;
    private final ModelDocument trained;
    private final CalibrationDocument calibration;
    private final PromotionDocument promotion;
    private final ForecastPlan plan;
    private final TradingCalendar calendar;

    private ChampionModel(
            ForecastDocument stored,
            String modelCheckpoint,
            ModelDocument trained,
            CalibrationDocument calibration,
            PromotionDocument promotion,
            TradingCalendar calendar) {
        this.stored = stored;
        this.modelCheckpoint = modelCheckpoint;
        this.trained = trained;
        this.calibration = calibration;
        this.promotion = promotion;
        this.calendar = calendar;
        this.plan = Modelling.plan(trained, PromoteStage.forecasters(promotion));
    }

    /**
     * Reads what a forecast was made with.
     *
     * @param checkpoint of the Forecast stage
     * @param stored its forecast.json
     * @throws candor.store.failure.UnreadableCheckpoint where an input is missing, damaged or of another form
     */
    public static ChampionModel of(
            Checkpoints checkpoints, Checkpoint checkpoint, ForecastDocument stored, TradingCalendar calendar) {
        Input model = input(checkpoint, ModelDocument.KEY);
        return new ChampionModel(
                stored,
                model.key().substring(0, model.key().lastIndexOf('/') + 1) + Checkpoint.FILE,
                read(checkpoints, checkpoint, ModelDocument.KEY),
                read(checkpoints, checkpoint, CalibrationDocument.KEY),
                read(checkpoints, checkpoint, PromotionDocument.KEY),
                calendar);
    }

    private static Input input(Checkpoint checkpoint, ArtefactKey<?> key) {
        return checkpoint
                .findInput(key)
                .orElseThrow(() -> new CorruptCheckpoint("the forecast of " + checkpoint.symbol() + " as of "
                        + checkpoint.asOf() + " names no " + key + " among its inputs; run the pipeline again"));
    }

    private static <T> T read(Checkpoints checkpoints, Checkpoint checkpoint, ArtefactKey<T> key) {
        Input input = input(checkpoint, key);
        try {
            return key.read(checkpoints.bytes(input));
        } catch (JacksonException e) {
            throw new CorruptCheckpoint(input.key() + " cannot be read; run the stage that makes it again", e);
        }
    }

    /** Key of the checkpoint of the fitted models. */
    public String modelCheckpoint() {
        return modelCheckpoint;
    }

    /** Last session that any coefficient has seen. */
    public LocalDate fittedAt() {
        return trained.models().fittedAt();
    }

    /** Last session whose outcomes the intervals have learnt from: asOf of the stored forecast. */
    public LocalDate asOf() {
        return stored.asOf();
    }

    /** Last origin for which the models are not too old: as many sessions after asOf as between two refits. */
    public LocalDate lastOrigin() {
        return calendar.sessionAfter(asOf(), plan.settings().refitEvery());
    }

    /** Whether a champion looks at features, and so far back. */
    public boolean needsFeatures() {
        return forecasters().anyMatch(Candidate::usesFeatures);
    }

    /** Bars, the last one included, that a forecast wants at least; never fewer than log-HAR-L's. */
    public int barsNeeded() {
        int lookBack = Stream.concat(Stream.of(Candidates.LOG_HAR_L), forecasters())
                .mapToInt(Candidate::lookBack)
                .max()
                .orElseThrow();
        return needsFeatures() ? Math.max(BARS_FOR_FEATURES, lookBack + 1) : lookBack + 1;
    }

    private Stream<Candidate> forecasters() {
        return plan.champions().values().stream().flatMap(champion -> Stream.of(champion.mean(), champion.scale()));
    }

    /** Bars wanted up to {@link #fittedAt()}, it included: outcomes of the longest horizon must be complete after it. */
    public int barsUpToFit() {
        return plan.settings().horizons().getLast() + 1;
    }

    /**
     * The forecast from the last bar.
     *
     * @param own at least {@link #barsNeeded()} bars, of which {@link #barsUpToFit()} lead up to {@link #fittedAt()}, and
     *     the last from {@link #asOf()} to {@link #lastOrigin()}; else IllegalArgumentException
     * @throws candor.store.failure.NotEnoughHistory where the champion cannot forecast from these bars
     * @throws InputRefused where what it forecasts is beyond belief
     */
    public ForecastDocument forecast(PriceHistory own) {
        requireSuited(own);
        int last = own.size() - 1;
        List<HorizonForecast> forecasts =
                Forecasting.at(own, features(own), trained.models(), calibration.horizons(), plan);
        forecasts.forEach(ChampionModel::requireBelievable);
        return new ForecastAssembly(stored.symbol(), own.session(last), stored.synthetic(), own, calendar)
                .document(forecasts, promotion, stored.statement());
    }

    /** A return of e to the 10th, either way, is a wrong unit or a wrong file, and numbers beyond it may not be finite. */
    private static void requireBelievable(HorizonForecast forecast) {
        if (Math.abs(forecast.centre()) > BEYOND_BELIEF || forecast.sigma() > BEYOND_BELIEF) {
            throw new InputRefused("from these bars the log return over " + forecast.horizon()
                    + " sessions would have the mean " + forecast.centre() + " and the standard deviation "
                    + forecast.sigma() + ", which no market has; check prices and their units");
        }
    }

    private void requireSuited(PriceHistory own) {
        LocalDate origin = own.session(own.size() - 1);
        if (own.size() < barsNeeded()
                || own.indexOf(fittedAt()) < barsUpToFit() - 1
                || origin.isBefore(asOf())
                || origin.isAfter(lastOrigin())) {
            throw new IllegalArgumentException(own.size() + " bars " + own.session(0) + ".." + origin
                    + " do not suit models fitted at " + fittedAt() + " and intervals of " + asOf());
        }
    }

    /** As features.csv tells them: a row counts only where all features are defined. Not computed where none is used. */
    private FeatureTable features(PriceHistory own) {
        if (needsFeatures()) {
            FeatureTable table = Features.of(own);
            if (table.names().containsAll(plan.settings().features()) && table.complete(own.size() - 1)) {
                return table;
            }
        }
        double[][] unknown = new double[Features.NAMES.size()][own.size()];
        Arrays.stream(unknown).forEach(column -> Arrays.fill(column, Double.NaN));
        return new FeatureTable(Features.NAMES, unknown);
    }
}
