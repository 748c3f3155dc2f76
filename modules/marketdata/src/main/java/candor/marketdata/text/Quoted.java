package candor.marketdata.text;

import java.util.regex.Pattern;

/** Foreign text as it may stand in a message: one line, short, nothing that steers a terminal. */
public final class Quoted {

    private static final int CELL = 40;
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private Quoted() {}

    /** The text between quotation marks, cut after 40 characters. */
    public static String of(String text) {
        return of(text, CELL);
    }

    /** The text between quotation marks, cut after that many characters. */
    public static String of(String text, int length) {
        return "'" + (text.length() > length ? printable(text.substring(0, length)) + "..." : printable(text)) + "'";
    }

    /** The text with a question mark for whatever is not a printable character: where each counts, as in a cell. */
    public static String printable(String text) {
        return STEERING.matcher(text).replaceAll("?");
    }

    /** The text on one line, with a blank for whatever is not a printable character: prose. */
    public static String oneLine(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }
}
