package candor.reporting.text;

import java.util.regex.Pattern;

/** Keeps together what a line must not part: a number and its percent sign, a test and its p-value. */
public final class NoBreak {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern TOGETHER = Pattern.compile("\\d %|(?:[\\p{L}-]+ )?\\bp [=<][ \u00a0]\\d");

    private NoBreak() {}

    /** The text with no-break spaces inside {@code 90 %} and {@code DM p = 0.45}. */
    public static String in(String text) {
        return TOGETHER.matcher(text).replaceAll(found -> found.group().replace(' ', NO_BREAK_SPACE));
    }
}
