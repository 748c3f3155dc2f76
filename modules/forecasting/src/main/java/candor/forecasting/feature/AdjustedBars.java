package candor.forecasting.feature;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.returns.LogReturns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The columns that features are computed from: adjusted prices, log returns, and close and volume as traded. They hold the
 * sessions of a history from its beginning or a break to the next break or its end, so that no window reaches across one.
 */
final class AdjustedBars {

    final int from;
    final int size;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] logReturn;
    final double[] tradedClose;
    final double[] volume;

    /**
     * @param returns log returns of the history
     * @param from index of the first session in the history
     * @param end index of the session after the last
     */
    private AdjustedBars(PriceHistory history, double[] returns, int from, int end) {
        this.from = from;
        size = end - from;
        open = column(t -> history.open(from + t) * history.adjustment(from + t));
        high = column(t -> history.high(from + t) * history.adjustment(from + t));
        low = column(t -> history.low(from + t) * history.adjustment(from + t));
        close = column(t -> history.adjustedClose(from + t));
        logReturn = Arrays.copyOfRange(returns, from, end);
        tradedClose = column(t -> history.close(from + t));
        volume = column(t -> history.volume(from + t));
    }

    /** The unbroken parts of a history, in time order. */
    static List<AdjustedBars> unbroken(PriceHistory history) {
        double[] returns = LogReturns.of(history);
        List<AdjustedBars> parts = new ArrayList<>();
        for (int end = history.size(); end > 0; end = parts.getFirst().from) {
            parts.addFirst(new AdjustedBars(history, returns, history.unbrokenFrom(end - 1), end));
        }
        return parts;
    }

    /** A value for each session. */
    double[] column(IntToDoubleFunction value) {
        return columnFrom(0, value);
    }

    /** A value for each session from {@code first} on, NaN before it. */
    double[] columnFrom(int first, IntToDoubleFunction value) {
        double[] column = new double[size];
        for (int t = 0; t < size; t++) {
            column[t] = t < first ? Double.NaN : value.applyAsDouble(t);
        }
        return column;
    }
}
