package candor.reporting.plot;

import candor.reporting.text.Numerals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Ticks at round numbers: multiples of 1, 2, 2.5 or 5 times a power of ten. As no step is more than twice the one before
 * it, {@code most} &ge; 6 ticks at most means three at least.
 */
final class NumberTicks {

    private static final List<BigDecimal> MANTISSAS =
            List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), new BigDecimal("5"));

    private NumberTicks() {}

    static List<Tick> plain(Range range, int most) {
        return of(range, most, Numerals::plain);
    }

    static List<Tick> percent(Range range, int most) {
        return of(
                range,
                most,
                (value, digits) -> Numerals.plain(value.movePointRight(2), Math.max(0, digits - 2)) + "\u00a0%");
    }

    private static List<Tick> of(Range range, int most, BiFunction<BigDecimal, Integer, String> label) {
        BigDecimal from = new BigDecimal(range.from());
        BigDecimal to = new BigDecimal(range.to());
        BigDecimal step = step(from, to, most, range.width());
        int digits = Math.max(0, step.stripTrailingZeros().scale());
        List<Tick> ticks = new ArrayList<>();
        BigDecimal last = to.divide(step, 0, RoundingMode.FLOOR);
        for (BigDecimal i = from.divide(step, 0, RoundingMode.CEILING); i.compareTo(last) <= 0; i = next(i)) {
            BigDecimal value = i.multiply(step);
            ticks.add(new Tick(value.doubleValue(), label.apply(value, digits)));
        }
        return ticks;
    }

    private static BigDecimal step(BigDecimal from, BigDecimal to, int most, double width) {
        for (int exponent = (int) Math.floor(StrictMath.log10(width / most)) - 1; ; exponent++) {
            for (BigDecimal mantissa : MANTISSAS) {
                BigDecimal step = mantissa.scaleByPowerOfTen(exponent);
                BigDecimal steps =
                        to.divide(step, 0, RoundingMode.FLOOR).subtract(from.divide(step, 0, RoundingMode.CEILING));
                if (steps.compareTo(BigDecimal.valueOf(most - 1L)) <= 0) {
                    return step;
                }
            }
        }
    }

    private static BigDecimal next(BigDecimal i) {
        return i.add(BigDecimal.ONE);
    }
}
