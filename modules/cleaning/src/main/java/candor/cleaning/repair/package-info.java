/**
 * Repairs what a provider got wrong and the file itself proves: units of 100, splits that were not or twice applied,
 * dividends that are in another unit, forgotten, listed twice or adjusted for with another amount, capital gains counted
 * twice, cells that follow from the others. Start at {@link candor.cleaning.repair.Repairs}. What is wrong and unproved is
 * a {@link candor.cleaning.repair.Doubt} and stays as it is; a move of the market is never touched.
 *
 * <p>A repair uses rows after the one repaired, as a provider's fault is known at this retrieval, not on the day: the same
 * retrieval gives the same result, and rows after asOf are cut off before. Must not know calendars, files, stores or stages.
 */
@NullMarked
package candor.cleaning.repair;

import org.jspecify.annotations.NullMarked;
