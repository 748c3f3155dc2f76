package candor.serving.api;

import candor.cleaning.Rulings;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.settings.DataRulings;
import candor.pipeline.stage.ChampionModel;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import candor.store.port.ObjectStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Forecasts from a user's own bars, with the champion that is in service for their symbol. From the bars that the served
 * forecast was made from: that very forecast.
 */
public final class Predictions {

    private final ServedForecasts served;
    private final ServedModels models;
    private final Function<Symbol, Rulings> rulings;
    private final TradingCalendar calendar;
    private final Clock clock;

    /**
     * @param calendar of the exchange where the symbols trade
     * @param clock against which age is counted
     */
    public Predictions(ObjectStore store, TradingCalendar calendar, Clock clock) {
        this(
                new ServedForecasts(store, calendar, clock),
                new ServedModels(store, calendar),
                symbol -> DataRulings.find(store, symbol),
                calendar,
                clock);
    }

    Predictions(
            ServedForecasts served,
            ServedModels models,
            Function<Symbol, Rulings> rulings,
            TradingCalendar calendar,
            Clock clock) {
        this.served = served;
        this.models = models;
        this.rulings = rulings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A forecast from the last of the bars.
     *
     * @param sessionsBehind finished sessions after the last bar
     * @param stale whether that is more than the one between a close and the evening
     * @param notes what the user should know about what was made of the bars
     */
    public record Prediction(
            ForecastDocument forecast, int sessionsBehind, boolean stale, Model model, List<String> notes) {}

    /**
     * What made the forecast.
     *
     * @param checkpoint key of the models' checkpoint
     * @param fittedAt last session that any coefficient has seen
     * @param calibratedThrough last session whose outcomes the intervals have learnt from
     */
    public record Model(String checkpoint, LocalDate fittedAt, LocalDate calibratedThrough) {}

    /**
     * The forecast.
     *
     * @param symbolField where the symbol stands, for messages
     * @throws ApiProblem where there is no model for the symbol (404) or the bars do not suit it (422)
     * @throws candor.store.failure.UnreadableCheckpoint where what is stored cannot be used
     * @throws candor.store.failure.StoreUnavailable where the store does not answer
     */
    public Prediction of(Symbol symbol, String symbolField, GivenBars bars) {
        ServedForecast latest = served.find(symbol)
                .orElseThrow(() -> new ApiProblem(
                        404,
                        symbolField,
                        symbol.value(),
                        "no model for " + symbol + "; run the pipeline for it first"));
        ChampionModel model = models.of(latest);
        requireOver(latest.forecast(), bars);
        requireSuited(bars.toHistory(), model, bars);
        return answer(model, symbol, bars);
    }

    private Prediction answer(ChampionModel model, Symbol symbol, GivenBars bars) {
        try {
            PriceHistory own = BarsJudged.history(bars, calendar, rulings.apply(symbol));
            ForecastDocument forecast = model.forecast(own);
            Freshness freshness = Freshness.of(forecast.asOf(), forecast.synthetic(), calendar, clock);
            return new Prediction(
                    forecast,
                    freshness.sessionsBehind(),
                    freshness.stale(),
                    new Model(model.modelCheckpoint(), model.fittedAt(), model.asOf()),
                    notes(model, own, bars));
        } catch (NotEnoughHistory | InputRefused e) {
            throw ApiProblem.value("/bars", null, String.valueOf(e.getMessage()));
        }
    }

    /** A session that goes on has no bar yet; the synthetic stock lives in a time of its own. */
    private void requireOver(ForecastDocument latest, GivenBars bars) {
        LocalDate origin = Objects.requireNonNull(bars.lastSession());
        LocalDate finished = calendar.lastFinishedSession(clock.instant());
        if (!latest.synthetic() && origin.isAfter(finished)) {
            throw ApiProblem.value(
                    bars.fieldOfLast("date"),
                    origin.toString(),
                    "the session of " + origin + " is not over; end the bars at " + finished);
        }
    }

    private void requireSuited(PriceHistory own, ChampionModel model, GivenBars bars) {
        LocalDate origin = own.session(own.size() - 1);
        if (origin.isBefore(model.asOf())) {
            throw ApiProblem.value(
                    bars.fieldOfLast("date"),
                    origin.toString(),
                    "the last bar is of " + origin + ", but the model has learnt up to " + model.asOf()
                            + ": it would know the future; go on to " + model.asOf() + " at least");
        }
        if (origin.isAfter(model.lastOrigin())) {
            throw ApiProblem.value(
                    bars.fieldOfLast("date"),
                    origin.toString(),
                    "the last bar is of " + origin + ", but the model of " + model.asOf()
                            + " serves no longer than to " + model.lastOrigin()
                            + ", when it would be fitted anew; run the pipeline for the symbol first");
        }
        if (own.size() < model.barsNeeded()) {
            throw ApiProblem.value(
                    "/bars",
                    null,
                    Figures.count(own.size(), "bar") + "; send the last " + model.barsNeeded()
                            + " at least: "
                            + (model.needsFeatures()
                                    ? "a champion looks at features of a year, and at averages that take as long to"
                                            + " forget where they began"
                                    : "the volatility forecast looks back on 26 sessions"));
        }
        requireFit(own, model);
    }

    /** What moves with every session goes on from the session of the fit. */
    private static void requireFit(PriceHistory own, ChampionModel model) {
        int at = own.indexOf(model.fittedAt());
        if (at < 0) {
            throw ApiProblem.value(
                    "/bars",
                    null,
                    "no bar of " + model.fittedAt() + ", at which the models were fitted and from which they are moved"
                            + " on; send it, the " + (model.barsUpToFit() - 1)
                            + " bars before it and all that follow");
        }
        if (at < model.barsUpToFit() - 1) {
            throw ApiProblem.value(
                    "/bars",
                    null,
                    Figures.count(at, "bar") + " before " + model.fittedAt()
                            + ", at which the models were fitted; send " + (model.barsUpToFit() - 1)
                            + " at least, for the outcomes of the longest horizon");
        }
    }

    private List<String> notes(ChampionModel model, PriceHistory own, GivenBars bars) {
        List<String> notes = new ArrayList<>();
        if (!bars.hasAdjustedCloses() && !bars.hasActions()) {
            notes.add(
                    "No adjustedClose was given: closes were taken as they are, and a dividend among these bars counts"
                            + " as a fall.");
        }
        int since = own.indexOf(model.fittedAt());
        int sessions =
                calendar.sessions(model.fittedAt(), own.session(own.size() - 1)).size();
        int missing = sessions - (own.size() - since);
        if (missing > 0) {
            notes.add(Figures.count(missing, "session") + " since " + model.fittedAt()
                    + (missing == 1 ? " has" : " have") + " no bar: the return over a gap of up to "
                    + PriceHistory.MOST_MISSING
                    + " sessions counts as one session's, over a longer one it is unknown.");
        }
        LocalDate origin = own.session(own.size() - 1);
        if (origin.isAfter(model.asOf())) {
            notes.add("The intervals have learnt from outcomes up to " + model.asOf() + ", not up to " + origin + ".");
        }
        return List.copyOf(notes);
    }
}
