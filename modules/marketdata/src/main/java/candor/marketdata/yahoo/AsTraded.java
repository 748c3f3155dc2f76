package candor.marketdata.yahoo;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Takes back what Yahoo does to bars when a share is split: prices and dividends before the split are divided by its ratio
 * and volumes multiplied. As traded they never change again, whatever is split later.
 *
 * <p>A dividend is restored by the splits after its day: on the day of a split it is per new share. Yahoo states prices
 * with six decimals at most and in single precision. Of the prices and amounts that it can have meant, the one with the
 * fewest decimals is taken: whole cents come back exactly up to 40,000 dollars and for splits that multiply to less than
 * 10,000; ten-thousandths of a dollar up to 400 dollars and 100. Volumes are rounded to whole shares.
 */
final class AsTraded {

    /** Half of the last of six decimals. */
    private static final double DECIMALS_LOST = 5e-7;

    /** Trillionths; more than the double that a price becomes can hold beside its dollars. */
    private static final int MOST_DECIMALS = 12;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1, -12);
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(1, 12);

    private AsTraded() {}

    /**
     * Throws {@link InputRefused} where the splits multiply to what no share has seen.
     *
     * @param bars in the shares of after the last split among them, ascending; adjusted closes stay
     */
    static List<RawBar> of(List<RawBar> bars) {
        List<RawBar> restored = new ArrayList<>(bars.size());
        BigDecimal ratio = BigDecimal.ONE;
        for (RawBar bar : bars.reversed()) {
            restored.add(ratio.compareTo(BigDecimal.ONE) == 0 ? bar : restored(bar, ratio));
            if (bar.split() > 0) {
                ratio = ratio.multiply(BigDecimal.valueOf(bar.split()), MathContext.DECIMAL128);
                require(bar, ratio);
            }
        }
        Collections.reverse(restored);
        return restored;
    }

    private static void require(RawBar bar, BigDecimal ratio) {
        if (ratio.compareTo(SMALLEST) < 0 || ratio.compareTo(LARGEST) > 0) {
            throw new InputRefused("yahoo answers with splits that multiply to " + ratio.round(new MathContext(3))
                    + " from " + bar.session()
                    + " on: no share was split so; try again later, or name another source in"
                    + " CANDOR_SOURCES");
        }
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
        BigDecimal stated = BigDecimal.valueOf(value).multiply(ratio);
        BigDecimal lost = BigDecimal.valueOf(Math.max(DECIMALS_LOST, Math.ulp((float) value)))
                .multiply(ratio);
        return fewestDecimals(stated, lost).doubleValue();
    }

    private static BigDecimal fewestDecimals(BigDecimal stated, BigDecimal lost) {
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
            BigDecimal rounded = stated.setScale(decimals, RoundingMode.HALF_EVEN);
            if (rounded.signum() != 0 && rounded.subtract(stated).abs().compareTo(lost) <= 0) {
                return rounded;
            }
        }
        return stated;
    }

    private static double volume(double value, BigDecimal ratio) {
        return Double.isNaN(value)
                ? value
                : BigDecimal.valueOf(value)
                        .divide(ratio, 0, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
