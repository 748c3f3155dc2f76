package candor.marketdata.csv;

/** What a cell says, without what surrounds it. */
final class CellText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CellText() {}

    /** The text without blanks of any kind around it, and out of the formula ="..." that keeps a sheet from changing it. */
    static String of(String cell) {
        String text = strip(cell);
        boolean formula = text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"");
        return formula ? strip(text.substring(2, text.length() - 1)) : text;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@link String#strip} leaves the blanks that do not break a line. */
    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == BYTE_ORDER_MARK;
    }
}
