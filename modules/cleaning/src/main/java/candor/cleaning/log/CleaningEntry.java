package candor.cleaning.log;

import java.time.LocalDate;

/**
 * One line of the cleaning log, cleaning.csv.
 *
 * @param column the column concerned, or {@code row}
 * @param before what stood there, as text; empty for none
 * @param after what stands there now; empty where the row was removed or set aside
 * @param rule short name of the rule, as in {@code duplicate-row}
 * @param evidence why, in words a person can check
 */
public record CleaningEntry(
        LocalDate session, String column, String before, String after, String rule, String evidence) {}
