package candor.forecasting.feature;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.returns.LogReturns;
import java.util.function.IntToDoubleFunction;

/** The columns that features are computed from: adjusted prices, log returns, and close and volume as traded. */
final class AdjustedBars {

    final int size;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] logReturn;
    final double[] tradedClose;
    final double[] volume;

    AdjustedBars(PriceHistory history) {
        size = history.size();
        open = column(t -> history.open(t) * history.adjustment(t));
        high = column(t -> history.high(t) * history.adjustment(t));
        low = column(t -> history.low(t) * history.adjustment(t));
        close = column(history::adjustedClose);
        logReturn = LogReturns.of(history);
        tradedClose = column(history::close);
        volume = column(history::volume);
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
