package candor.forecasting.guard;

import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.synthetic.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Histories that might have been: in another currency, with another future, or without their beginning. */
final class AlteredHistory {

    /** Daily standard deviation of the other future's shocks: wild, so that no statistic overlooks it. */
    private static final double SHOCK = 0.05;

    /** Autocorrelation of its returns: far from zero, so that what is chosen for its forecasts is chosen otherwise. */
    private static final double REVERSAL = -0.8;

    private AlteredHistory() {}

    /** All prices times a factor; volumes as they are. */
    static PriceHistory scaled(PriceHistory history, double factor) {
        List<Bar> bars = new ArrayList<>();
        double[] adjusted = new double[history.size()];
        for (int t = 0; t < adjusted.length; t++) {
            bars.add(new Bar(
                    history.session(t),
                    history.open(t) * factor,
                    history.high(t) * factor,
                    history.low(t) * factor,
                    history.close(t) * factor,
                    history.volume(t)));
            adjusted[t] = history.adjustedClose(t) * factor;
        }
        return PriceHistory.of(bars, adjusted);
    }

    /** The same up to and including a session; after it, on the same dates, seeded noise instead of what came. */
    static PriceHistory replacedAfter(PriceHistory history, int last, long seed) {
        List<Bar> bars = new ArrayList<>();
        double[] adjusted = new double[history.size()];
        double before = 0;
        for (int t = 0; t < adjusted.length; t++) {
            if (t <= last) {
                bars.add(bar(history, t));
                adjusted[t] = history.adjustedClose(t);
            } else {
                RandomStream random = new RandomStream(seed, t);
                before = REVERSAL * before + SHOCK * random.gaussian();
                bars.add(noise(history, t, bars.getLast().close(), before, random));
                adjusted[t] = adjusted[t - 1]
                        * bars.getLast().close()
                        / bars.get(t - 1).close();
            }
        }
        return PriceHistory.of(bars, adjusted);
    }

    /** The same but for the last bar: a fall on high volume. */
    static PriceHistory withFallAtTheEnd(PriceHistory history) {
        int last = history.size() - 1;
        double before = history.close(last - 1);
        double[] adjusted = new double[history.size()];
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < last; t++) {
            bars.add(bar(history, t));
            adjusted[t] = history.adjustedClose(t);
        }
        double close = before * 0.93;
        bars.add(new Bar(
                history.session(last),
                before * 0.98,
                before * 0.99,
                before * 0.92,
                close,
                1 + 2 * history.volume(last)));
        adjusted[last] = adjusted[last - 1] * close / before;
        return PriceHistory.of(bars, adjusted);
    }

    /** The sessions from {@code first} on. */
    static PriceHistory from(PriceHistory history, int first) {
        List<Bar> bars = new ArrayList<>();
        double[] adjusted = new double[history.size() - first];
        for (int t = 0; t < adjusted.length; t++) {
            bars.add(bar(history, first + t));
            adjusted[t] = history.adjustedClose(first + t);
        }
        return PriceHistory.of(bars, adjusted);
    }

    private static Bar noise(PriceHistory history, int t, double before, double logReturn, RandomStream random) {
        double open = before * StrictMath.exp(0.5 * SHOCK * random.gaussian());
        double close = before * StrictMath.exp(logReturn);
        double high = Math.max(open, close) * (1 + 0.02 * random.uniform());
        double low = Math.min(open, close) * (1 - 0.02 * random.uniform());
        return new Bar(history.session(t), open, high, low, close, (history.volume(t) + 1) * (1 + random.uniform()));
    }

    private static Bar bar(PriceHistory history, int t) {
        return new Bar(
                history.session(t),
                history.open(t),
                history.high(t),
                history.low(t),
                history.close(t),
                history.volume(t));
    }
}
