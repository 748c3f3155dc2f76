// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

/** Looks for a quotation mark that opens a cell and is never closed: it would swallow all that follows. */
final class OpenQuote {

    private static final char QUOTE = '"';

    private OpenQuote() {}

    /** The line in which it stands, counted from 1; 0 where every one is closed. */
    static long line(String text, char separator) {
        long line = 1;
        long opened = 0;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == QUOTE && opened > 0) {
                opened = 0; // a doubled one opens the cell again at once
                first = i + 1 < text.length() && text.charAt(i + 1) == QUOTE;
            } else {
                opened = sign == QUOTE && first ? line : opened;
                first = opened == 0 && (sign == separator || sign == '\n' || sign == '\r');
            }
            line += sign == '\n' || (sign == '\r' && !text.startsWith("\n", i + 1)) ? 1 : 0;
        }
        return opened;
    }
}
