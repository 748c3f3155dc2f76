package candor.marketdata.csv;

import candor.marketdata.csv.WrittenDate.Shape;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Units of the time since 1970. How many digits a moment has tells them apart, from 1973 on. */
enum Epoch {
    SECONDS(Shape.EPOCH_SECONDS, 1L, 10),
    MILLISECONDS(Shape.EPOCH_MILLISECONDS, 1000L, 13),
    MICROSECONDS(Shape.EPOCH_MICROSECONDS, 1_000_000L, 16),
    NANOSECONDS(Shape.EPOCH_NANOSECONDS, 1_000_000_000L, 19);

    private static final Pattern NUMBER = Pattern.compile("(?<whole>-?(?<digits>[0-9]{1,19}))(?:\\.[0-9]{0,9})?");
    private static final int SECONDS_OF_DAY = 86_400;

    private final Shape shape;
    private final long unitsOfSecond;
    private final int mostDigits;

    Epoch(Shape shape, long unitsOfSecond, int mostDigits) {
        this.shape = shape;
        this.unitsOfSecond = unitsOfSecond;
        this.mostDigits = mostDigits;
    }

    /** The moment in the unit that has so many digits; null where none has. */
    static @Nullable WrittenDate read(String text) {
        Matcher found = NUMBER.matcher(text);
        if (found.matches()) {
            int digits = found.group("digits").length();
            for (Epoch unit : values()) {
                if (digits == unit.mostDigits || digits == unit.mostDigits - 1) {
                    return unit.moment(found.group("whole"));
                }
            }
        }
        return null;
    }

    /** The moment in the unit of that shape, also one about 1970, which has few digits; null where the text is none. */
    static @Nullable WrittenDate read(String text, Shape shape) {
        Matcher found = NUMBER.matcher(text);
        for (Epoch unit : values()) {
            if (unit.shape == shape && found.matches() && found.group("digits").length() <= unit.mostDigits) {
                return unit.moment(found.group("whole"));
            }
        }
        return null;
    }

    private @Nullable WrittenDate moment(String whole) {
        long units;
        try {
            units = Long.parseLong(whole);
        } catch (NumberFormatException beyondRange) {
            return null;
        }
        long seconds = Math.floorDiv(units, unitsOfSecond);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_DAY));
        WrittenTime time = new WrittenTime((int) Math.floorMod(seconds, (long) SECONDS_OF_DAY), true);
        return new WrittenDate(shape, day.getYear(), day.getMonthValue(), day.getDayOfMonth(), Set.of(), time);
    }
}
