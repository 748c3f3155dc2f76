/**
 * Judges what a source gave: which rows are bars, which are set aside and why, what is missing, and when a person has to
 * look first. Repairs only what is proved and never touches a real move. Start at
 * {@link candor.cleaning.Cleaner}. Must not know files, stores or stages.
 */
@NullMarked
package candor.cleaning;

import org.jspecify.annotations.NullMarked;
