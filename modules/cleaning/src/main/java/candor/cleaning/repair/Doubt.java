package candor.cleaning.repair;

import java.time.LocalDate;

/**
 * Something that is wrong, or may be, and whose right value the file does not prove: nothing was changed.
 *
 * @param line of the row concerned, counted from 1
 * @param column the column concerned, or {@code row}
 * @param value what stands there, as text
 * @param rule short name of the rule that found it
 * @param evidence why, in words a person can check
 */
public record Doubt(
        LocalDate session, int line, String column, String value, String rule, String evidence, Consequence then) {

    /** What has to follow from a doubt. */
    public enum Consequence {
        /** Too small to matter in any return: to be known, no more. */
        NOTE,
        /** The row's prices cannot be used, those of the rows beside it can. */
        SET_ASIDE,
        /** A return is wrong whatever rows are left out: a person has to look. */
        STOP
    }
}
