package candor.reporting.plot;

import candor.reporting.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Ticks of a logarithmic axis: 1, 2, 5 of each power of ten; round numbers where that leaves fewer than three. */
final class LogTicks {

    private static final List<Integer> DENSE = List.of(1, 2, 5);
    private static final List<Integer> SPARSE = List.of(1);

    private LogTicks() {}

    /** For a range above 0. */
    static List<Tick> of(Range range, int most) {
        List<Tick> ticks = ticks(range, DENSE, 1);
        if (ticks.size() < 3) {
            return NumberTicks.plain(range, most);
        }
        for (int decades = 1; ticks.size() > most; decades++) {
            ticks = ticks(range, SPARSE, decades);
        }
        return ticks;
    }

    private static List<Tick> ticks(Range range, List<Integer> mantissas, int decades) {
        int first = (int) Math.floor(StrictMath.log10(range.from()));
        int last = (int) Math.floor(StrictMath.log10(range.to()));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            if (Math.floorMod(exponent, decades) != 0) {
                continue;
            }
            for (int mantissa : mantissas) {
                BigDecimal value = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
                double at = value.doubleValue();
                if (at >= range.from() && at <= range.to()) {
                    ticks.add(new Tick(at, Numerals.plain(value, Math.max(0, -exponent))));
                }
            }
        }
        return ticks;
    }
}
