package candor.marketdata.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How numbers are written: 1,234.56 or 1.234,56. Blanks and apostrophes between thousands are good in both. */
enum NumberStyle {
    POINT("\\.", ","),
    COMMA(",", "\\.");

    private static final int LONGEST = 100;

    /** Powers of ten; Mio and Mrd are German. */
    private static final Map<String, String> UNITS =
            Map.of("k", "e3", "m", "e6", "mio", "e6", "b", "e9", "mrd", "e9", "t", "e12");

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");

    private final Pattern pattern;

    NumberStyle(String decimal, String thousands) {
        String grouped =
                "[1-9][0-9]{0,2}(?<sign>[" + thousands + " '\u00A0\u2019\u202F])[0-9]{3}(?:\\k<sign>[0-9]{3})*+";
        String whole = "(?<whole>" + grouped + "(?![0-9])|[0-9]++)?";
        String fraction = "(?:" + decimal + "(?<fraction>[0-9]*+))?";
        String scale = "(?:(?<exponent>[eE][+-]?[0-9]{1,9})|\\h?(?<unit>[KMBTkmbt]|Mio\\.?|Mrd\\.?))?";
        pattern = Pattern.compile("(?<minus>[+\u2212-])?(?:(?<before>[A-Za-z]{0,3}\\p{Sc}|[A-Za-z]{3})\\h?)?"
                + "(?<late>[+\u2212-])?" + whole + fraction + scale
                + "(?:\\h?(?<after>[A-Za-z]{0,3}\\p{Sc}|[A-Za-z]{3}|p))?");
    }

    /** The number, or null where the text is none in this style. */
    @Nullable
    WrittenNumber read(String text) {
        Matcher found = pattern.matcher(text);
        if (text.length() > LONGEST || !found.matches()) {
            return null;
        }
        String whole = String.valueOf(found.group("whole") == null ? "" : found.group("whole"));
        String fraction = found.group("fraction") == null ? "" : found.group("fraction");
        boolean twice = (found.group("minus") != null && found.group("late") != null)
                || (found.group("before") != null && found.group("after") != null);
        if (twice || (whole.isEmpty() && fraction.isEmpty())) {
            return null;
        }
        String mark = found.group("before") != null ? found.group("before") : found.group("after");
        String currency = mark == null ? null : Currencies.code(mark);
        if (mark != null && currency == null) {
            return null;
        }
        String minus = isMinus(found.group("minus")) || isMinus(found.group("late")) ? "-" : "";
        double value =
                Double.parseDouble(minus + NO_DIGITS.matcher(whole).replaceAll("") + "." + fraction + scale(found));
        return new WrittenNumber(value + 0.0, found.group("unit") != null, currency); // 0.0: no negative zero
    }

    private static boolean isMinus(@Nullable String sign) {
        return sign != null && !sign.equals("+");
    }

    private static String scale(Matcher found) {
        String unit = found.group("unit");
        if (unit == null) {
            return found.group("exponent") == null ? "" : found.group("exponent");
        }
        return Objects.requireNonNull(UNITS.get(unit.toLowerCase(Locale.ROOT).replace(".", "")));
    }

    /** Whether the text is a number in any style. */
    static boolean isNumber(String text) {
        return POINT.read(text) != null || COMMA.read(text) != null;
    }
}
