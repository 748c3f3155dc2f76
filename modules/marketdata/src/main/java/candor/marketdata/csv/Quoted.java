package candor.marketdata.csv;

/** Foreign text as it may stand in a message: one line, short, nothing that steers a terminal. */
public final class Quoted {

    private static final int CELL = 40;

    private Quoted() {}

    /** The text between quotation marks, cut after 40 characters. */
    public static String of(String text) {
        return of(text, CELL);
    }

    /** The text between quotation marks, cut after that many characters. */
    static String of(String text, int length) {
        return "'" + (text.length() > length ? printable(text.substring(0, length)) + "..." : printable(text)) + "'";
    }

    /** The text with whatever is not a printable character replaced. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
    }
}
