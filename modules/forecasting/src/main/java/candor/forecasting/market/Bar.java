package candor.forecasting.market;

import java.time.LocalDate;

/**
 * One trading session of one instrument, prices as traded (not adjusted for dividends; a provider's split adjustment, if
 * any, is part of the prices).
 *
 * @param session the exchange-local date
 * @param open price per share in the listing's currency, &gt; 0
 * @param high highest price, at least open, close and low
 * @param low lowest price, &gt; 0
 * @param close last price of the session
 * @param volume shares traded, &ge; 0
 */
public record Bar(LocalDate session, double open, double high, double low, double close, double volume) {

    public Bar {
        positive("open", open, session);
        positive("high", high, session);
        positive("low", low, session);
        positive("close", close, session);
        if (!(volume >= 0 && volume < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("volume out of range on " + session + ": " + volume);
        }
        if (high < Math.max(open, Math.max(low, close)) || low > Math.min(open, close)) {
            throw new IllegalArgumentException("impossible bar on " + session + ": open " + open + ", high " + high
                    + ", low " + low + ", close " + close);
        }
    }

    private static void positive(String name, double value, LocalDate session) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " not a positive number on " + session + ": " + value);
        }
    }
}
