package candor.benchmarks.mutant;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.RidgeSettings;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.marketdata.SyntheticBars;
import candor.store.port.BarReference;
import candor.store.port.BarRequest;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.List;

/**
 * A stock that mutants are tried on.
 *
 * @param name for messages
 * @param given as the source gave it
 * @param calendar of its exchange
 * @param plan of its forecasts: the product's with an early beginning, as the stock is short
 */
public record Specimen(String name, Retrieval given, TradingCalendar calendar, ForecastPlan plan) {

    private static final int MINIMUM_ROWS = 150;
    private static final int WARM_UP = 40;

    /** Six hundred and some sessions: 253 to look back over, 150 to fit first, and eleven refits after that. */
    private static final LocalDate FROM = LocalDate.of(2018, 1, 2);

    private static final LocalDate TO = LocalDate.of(2020, 8, 14);

    /** A few sessions of a synthetic stock; another seed is another stock. */
    public static Specimen synthetic(long seed) {
        TradingCalendar calendar = new NyseCalendar();
        Retrieval given = new SyntheticBars(calendar, FROM, TO, seed)
                .retrieve(new BarRequest(SyntheticStock.SYMBOL, BarReference.Fixed.SYNTHETIC, TO, false));
        return of("synthetic stock " + seed, given, calendar);
    }

    /** A stock of at least some 600 sessions. */
    public static Specimen of(String name, Retrieval given, TradingCalendar calendar) {
        ForecastSettings settings = ForecastSettings.standard().withBeginning(MINIMUM_ROWS, WARM_UP);
        return new Specimen(name, given, calendar, ForecastPlan.of(settings));
    }

    /** The plan with one penalty of the ridge and none to choose from. */
    ForecastPlan planWithPenalty(double penalty) {
        return new ForecastPlan(
                plan.settings().with(OwnRidge.RIDGE.key(), new RidgeSettings(List.of(penalty))),
                plan.schedule(),
                plan.champions(),
                plan.without());
    }

    /** The bars as Candor cleans them. */
    public CleaningResult cleaned() {
        CleaningRules standard = CleaningRules.standard();
        CleaningRules rules = new CleaningRules(
                MINIMUM_ROWS,
                standard.maxQuarantinedShare(),
                standard.toleratedQuarantined(),
                standard.maxMissingShare(),
                standard.maxStaleSessions(),
                standard.maxFactor(),
                standard.maxFaultShare(),
                standard.toleratedFaults(),
                standard.roundingTolerance());
        Cleaner cleaner = new Cleaner(
                calendar, rules, (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses());
        return cleaner.clean(given, given.bars().getLast().session());
    }

    /** The cleaned bars that forecasts are made from. */
    public PriceHistory history() {
        CleaningResult cleaned = cleaned();
        return PriceHistory.of(
                cleaned.bars(),
                cleaned.adjustedCloses().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** The same stock with other rows from the source. */
    Specimen withGiven(Retrieval other) {
        return new Specimen(name, other, calendar, plan);
    }
}
