package candor.benchmarks.skill;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.synthetic.RandomStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A stock whose return cannot be predicted and whose volatility can: GARCH(1,1) with Student's t (Bollerslev 1987) and
 * without drift.
 *
 * <pre>
 * r[t]   = sqrt(v[t]) e[t],   v[t] = s2[t] (n - 2) / c[t]        e standard normal, c chi-squared with n degrees
 * s2[t+1] = omega + a r[t]^2 + b s2[t]
 * </pre>
 *
 * so that r[t] / sqrt(s2[t]) is Student's t with unit variance and, whatever was seen before, as likely to be above 0 as
 * below. A session's path is a Gaussian walk with variance v[t], a quarter of it overnight: open, high, low and close
 * belong to that walk, and the range tells of volatility what a range does. Prices are not rounded to cents, which would
 * make them revert a little. Volume follows s2[t] and the size of r[t], never its sign.
 */
final class GarchStock {

    /** Weight of the last squared return. */
    static final double ALPHA = 0.06;

    /** Weight of the last variance. */
    static final double BETA = 0.92;

    /** Degrees of freedom; a whole number above 4, for the kurtosis to exist. */
    static final int DEGREES = 5;

    /** Standard deviation of a session's return in the long run. */
    static final double DEVIATION = 0.018;

    /** Five-minute steps of a full session, and the share of the variance that falls on the night, as of the demo's stock. */
    private static final int STEPS = 78;

    private static final double OVERNIGHT_SHARE = 0.25;

    private static final double FIRST_PRICE = 50;
    private static final double TYPICAL_VOLUME = 3e6;
    private static final LocalDate FROM = LocalDate.of(2010, 1, 4);

    private double price = FIRST_PRICE;
    private double variance = DEVIATION * DEVIATION;

    private GarchStock() {}

    /** So many sessions from 2010 on; another seed is another path, more sessions leave those before as they were. */
    static PriceHistory generate(TradingCalendar calendar, int sessions, long seed) {
        GarchStock stock = new GarchStock();
        List<Bar> bars = new ArrayList<>();
        for (LocalDate session : calendar.sessions(FROM, calendar.sessionAfter(FROM, sessions - 1))) {
            bars.add(stock.trade(session, new RandomStream(seed, bars.size())));
        }
        return PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
    }

    private Bar trade(LocalDate session, RandomStream random) {
        double mixed = variance * (DEGREES - 2) / chiSquared(random);
        double open = Math.sqrt(OVERNIGHT_SHARE * mixed) * random.gaussian();
        double step = Math.sqrt((1 - OVERNIGHT_SHARE) * mixed / STEPS);
        double level = open;
        double high = open;
        double low = open;
        for (int k = 0; k < STEPS; k++) {
            level += step * random.gaussian();
            high = Math.max(high, level);
            low = Math.min(low, level);
        }
        Bar bar = new Bar(session, quote(open), quote(high), quote(low), quote(level), volume(level, random));
        price = bar.close();
        variance = (1 - ALPHA - BETA) * DEVIATION * DEVIATION + ALPHA * level * level + BETA * variance;
        return bar;
    }

    private static double chiSquared(RandomStream random) {
        double sum = 0;
        for (int i = 0; i < DEGREES; i++) {
            double normal = random.gaussian();
            sum += normal * normal;
        }
        return sum;
    }

    private double quote(double logReturn) {
        return price * StrictMath.exp(logReturn);
    }

    /** As that of the demo's stock: ln V = ln V0 + 0.4 ln(s2 / its mean) + 0.25 |r| / s + 0.25 e. */
    private double volume(double logReturn, RandomStream random) {
        double logVolume = 0.4 * StrictMath.log(variance / (DEVIATION * DEVIATION))
                + 0.25 * Math.abs(logReturn) / Math.sqrt(variance)
                + 0.25 * random.gaussian();
        return Math.rint(TYPICAL_VOLUME * StrictMath.exp(logVolume));
    }
}
