// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a person says about one session's prices, where the rows alone do not prove it.
 *
 * @param session the first session at the new level
 * @param ratio shares after for one before, where it is a split, 1 where one that is listed was none; else 1
 * @param by who says so
 * @param at when it was said
 */
public record Ruling(Kind kind, LocalDate session, double ratio, String by, Instant at) {

    private static final double LARGEST_RATIO = 1000;

    /** What is said. */
    public enum Kind {
        /** Shares were split or joined so, whatever the source lists. */
        SPLIT,
        /** The move of that session is one of the market. */
        REAL,
        /** Rows before that session are of another company or in another unit, and are left out. */
        BEGIN
    }

    public Ruling {
        boolean split = kind == Kind.SPLIT;
        if (split && !(ratio >= 1 / LARGEST_RATIO && ratio <= LARGEST_RATIO)) {
            throw new IllegalArgumentException("ratio out of range: " + ratio);
        }
        if (!split && ratio != 1) {
            throw new IllegalArgumentException("no ratio belongs to " + kind + ": " + ratio);
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("nobody is named");
        }
    }

    /** As it was typed, without who and when: {@code split 2024-06-10=10:1}, {@code real 2003-10-22}. */
    public String words() {
        return switch (kind) {
            case SPLIT -> "split " + session + "=" + Ratio.text(ratio);
            case REAL -> "real " + session;
            case BEGIN -> "begin " + session;
        };
    }
}
