// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

/** Counts in messages, as in {@code 1 row} and {@code 5,879 rows}. */
public final class Counted {

    private Counted() {}

    /** @param noun in the singular, of those that take an s */
    public static String of(long count, String noun) {
        return Figures.count(count, noun);
    }

    /** The same with its verb, as in {@code 1 session has} and {@code 2 sessions have}. */
    public static String of(long count, String noun, String one, String many) {
        return of(count, noun) + " " + (count == 1 ? one : many);
    }
}
