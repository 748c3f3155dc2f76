package candor.store.port;

import java.time.LocalDate;

/**
 * A bar as a source gave it, before any judgement: NaN stands for an empty or absent cell, and nothing is promised about
 * order, sign or consistency.
 *
 * @param line where it stood in the source, counted from 1; for messages
 * @param adjustedClose NaN where the source has no such column
 * @param dividend cash per share going ex on this session; 0 where none is known
 * @param split shares after for one before, 0 where none is known (as Yahoo writes it)
 * @param capitalGain cash per share that a fund distributes from realised gains, besides the dividend; 0 where none is
 *     known
 */
public record RawBar(
        int line,
        LocalDate session,
        double open,
        double high,
        double low,
        double close,
        double adjustedClose,
        double volume,
        double dividend,
        double split,
        double capitalGain) {

    /** Whether all four prices are there and positive: without them a session is pending, and no day to forecast from. */
    public boolean hasPrices() {
        return isPrice(open) && isPrice(high) && isPrice(low) && isPrice(close);
    }

    private static boolean isPrice(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    public RawBar withLine(int other) {
        return new RawBar(other, session, open, high, low, close, adjustedClose, volume, dividend, split, capitalGain);
    }

    public RawBar withPrices(double newOpen, double newHigh, double newLow, double newClose) {
        return new RawBar(
                line, session, newOpen, newHigh, newLow, newClose, adjustedClose, volume, dividend, split, capitalGain);
    }

    public RawBar withAdjustedClose(double other) {
        return new RawBar(line, session, open, high, low, close, other, volume, dividend, split, capitalGain);
    }

    public RawBar withVolume(double other) {
        return new RawBar(line, session, open, high, low, close, adjustedClose, other, dividend, split, capitalGain);
    }

    public RawBar withActions(double newDividend, double newSplit, double newCapitalGain) {
        return new RawBar(
                line, session, open, high, low, close, adjustedClose, volume, newDividend, newSplit, newCapitalGain);
    }

    /** Open, high, low, close and volume as a log shows them. */
    public String pricesAndVolume() {
        return "open " + open + ", high " + high + ", low " + low + ", close " + close + ", volume " + volume;
    }
}
