package candor.forecasting.synthetic;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in stock: a stochastic-volatility process with leverage, jumps, quarterly dividends and one split. Its
 * direction cannot be predicted and its volatility can, and both are known; the equations stand in docs/forecasting.md.
 *
 * <p>Every session draws from a stream of random numbers of its own, so that generating more sessions leaves those
 * before as they were.
 */
public final class SyntheticStock {

    public static final Symbol SYMBOL = Symbol.of("SYNTH");

    /** The seed of the demo. */
    public static final long DEFAULT_SEED = 1;

    /** The first session of the demo. */
    public static final LocalDate DEFAULT_FROM = LocalDate.of(2014, 1, 2);

    /** The close before the first session. */
    static final double FIRST_PRICE = 60;

    /** Sessions after the first at which the share is split two for one. */
    static final int SPLIT_AFTER = 1400;

    /** Cash of a quarter over the price, before rounding to cents. */
    static final double QUARTERLY_YIELD = 0.005;

    private static final int EX_DAY_OF_MONTH = 15;
    private static final double TYPICAL_VOLUME = 3e6;

    private final long seed;
    private final List<Draft> drafts = new ArrayList<>();
    private double price = FIRST_PRICE;
    private double logVariance;
    private double sharesPerOriginal = 1;

    private SyntheticStock(long seed) {
        this.seed = seed;
        this.logVariance = VolatilityProcess.first(new RandomStream(seed, -1));
    }

    private record Draft(Bar bar, double dividend, double splitRatio, double trueVariance) {}

    /**
     * Generates the sessions from..to, both ends included.
     *
     * @param calendar knows both days
     * @param from where the process starts: another start is another path
     * @param seed any number
     * @return ascending by session; empty where the calendar has no session in between
     */
    public static List<SyntheticSession> generate(TradingCalendar calendar, LocalDate from, LocalDate to, long seed) {
        SyntheticStock stock = new SyntheticStock(seed);
        List<LocalDate> sessions = calendar.sessions(from, to);
        for (int t = 0; t < sessions.size(); t++) {
            boolean exDividend = t > 0 && firstAfterExDay(sessions.get(t - 1), sessions.get(t));
            stock.trade(t, sessions.get(t), exDividend);
        }
        return stock.withAdjustedCloses();
    }

    /** Whether the day is the first session from the 15th of March, June, September or December on. */
    private static boolean firstAfterExDay(LocalDate before, LocalDate day) {
        LocalDate exDay = day.withDayOfMonth(EX_DAY_OF_MONTH);
        return day.getMonthValue() % 3 == 0 && !day.isBefore(exDay) && before.isBefore(exDay);
    }

    private void trade(int t, LocalDate session, boolean exDividend) {
        RandomStream random = new RandomStream(seed, t);
        double variance = StrictMath.exp(logVariance);
        double dividend = exDividend ? cents(QUARTERLY_YIELD * price) : 0;
        double split = t == SPLIT_AFTER ? 2 : 1;
        double before = (price - dividend) / split;
        sharesPerOriginal *= split;
        TradingDay day = TradingDay.draw(variance, random);
        Bar bar = new Bar(
                session,
                quote(before, day.open()),
                quote(before, day.high()),
                quote(before, day.low()),
                quote(before, day.close()),
                volume(day, random));
        drafts.add(new Draft(bar, dividend, split, variance + TradingDay.JUMP_VARIANCE));
        price = before * StrictMath.exp(day.close());
        logVariance = VolatilityProcess.next(logVariance, day.diffusion(), random);
    }

    /** ln V = ln V0 + ln(shares) + 0.4 (x - m) + 0.25 |return| / sqrt(exp x) + 0.25 e, in whole shares. */
    private double volume(TradingDay day, RandomStream random) {
        double logVolume = 0.4 * (logVariance - VolatilityProcess.LEVEL)
                + 0.25 * Math.abs(day.close()) / StrictMath.exp(logVariance / 2)
                + 0.25 * random.gaussian();
        return Math.rint(TYPICAL_VOLUME * sharesPerOriginal * StrictMath.exp(logVolume));
    }

    /** A price in whole cents, and at least one. */
    private static double quote(double before, double logReturn) {
        return Math.max(cents(before * StrictMath.exp(logReturn)), 0.01);
    }

    private static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }

    private List<SyntheticSession> withAdjustedCloses() {
        List<CorporateAction> actions = new ArrayList<>();
        for (Draft draft : drafts) {
            LocalDate session = draft.bar().session();
            if (draft.dividend() > 0) {
                actions.add(new CorporateAction.Dividend(session, draft.dividend()));
            }
            if (draft.splitRatio() != 1) {
                actions.add(new CorporateAction.Split(session, draft.splitRatio()));
            }
        }
        double[] adjusted =
                Adjustment.of(drafts.stream().map(Draft::bar).toList(), actions).adjustedCloses();
        List<SyntheticSession> sessions = new ArrayList<>();
        for (int t = 0; t < adjusted.length; t++) {
            Draft draft = drafts.get(t);
            sessions.add(new SyntheticSession(
                    draft.bar(), draft.dividend(), draft.splitRatio(), adjusted[t], Math.sqrt(draft.trueVariance())));
        }
        return List.copyOf(sessions);
    }
}
