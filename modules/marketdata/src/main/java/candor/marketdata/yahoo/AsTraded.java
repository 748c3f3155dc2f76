package candor.marketdata.yahoo;

import candor.pipeline.port.RawBar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Takes back what Yahoo does to bars when a share is split: prices and dividends before the split are divided by its ratio
 * and volumes multiplied. As traded they never change again, whatever is split later.
 *
 * <p>A dividend is restored by the splits after its day: on the day of a split it is per new share. Restored prices and
 * cash are rounded to four decimals from a dollar on and to six below, which the seven digits of single precision allow
 * up to about a thousand dollars; volumes to whole shares.
 */
final class AsTraded {

    private AsTraded() {}

    /** @param bars in the shares of after the last split among them, ascending; adjusted closes stay */
    static List<RawBar> of(List<RawBar> bars) {
        List<RawBar> restored = new ArrayList<>(bars.size());
        BigDecimal ratio = BigDecimal.ONE;
        for (RawBar bar : bars.reversed()) {
            restored.add(ratio.compareTo(BigDecimal.ONE) == 0 ? bar : restored(bar, ratio));
            if (bar.split() > 0) {
                ratio = ratio.multiply(BigDecimal.valueOf(bar.split()));
            }
        }
        Collections.reverse(restored);
        return restored;
    }

    private static RawBar restored(RawBar bar, BigDecimal ratio) {
        return bar.withPrices(
                        price(bar.open(), ratio),
                        price(bar.high(), ratio),
                        price(bar.low(), ratio),
                        price(bar.close(), ratio))
                .withVolume(volume(bar.volume(), ratio))
                .withActions(price(bar.dividend(), ratio), bar.split(), price(bar.capitalGain(), ratio));
    }

    private static double price(double value, BigDecimal ratio) {
        if (Double.isNaN(value) || value == 0) {
            return value;
        }
        BigDecimal exact = BigDecimal.valueOf(value).multiply(ratio);
        int decimals = exact.abs().compareTo(BigDecimal.ONE) >= 0 ? 4 : 6;
        return exact.setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static double volume(double value, BigDecimal ratio) {
        return Double.isNaN(value)
                ? value
                : BigDecimal.valueOf(value)
                        .divide(ratio, 0, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
