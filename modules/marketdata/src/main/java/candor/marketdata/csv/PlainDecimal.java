package candor.marketdata.csv;

/** Reads digits with at most one point among them, which is what most cells hold, without the cost of a pattern. */
final class PlainDecimal {

    /** With more digits the sum below could overflow. */
    private static final int MOST_DIGITS = 18;

    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
    };

    private PlainDecimal() {}

    /**
     * The number nearest to what is written, as {@link Double#parseDouble} has it; NaN where it is written otherwise.
     * Both digits and power of ten are exact doubles, so that their quotient is rounded once (Clinger 1990).
     */
    static double read(char[] text, int start, int end) {
        long digits = 0;
        int point = -1;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int count = end - start - (point < 0 ? 0 : 1);
        if (count < 1 || count > MOST_DIGITS) {
            return Double.NaN;
        }
        if (digits > EXACT) {
            return Double.parseDouble(new String(text, start, end - start));
        }
        int fraction = point < 0 ? 0 : end - point - 1;
        return fraction < POWERS.length ? digits / POWERS[fraction] : Double.NaN;
    }
}
