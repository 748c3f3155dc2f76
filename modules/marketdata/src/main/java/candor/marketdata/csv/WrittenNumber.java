package candor.marketdata.csv;

import org.jspecify.annotations.Nullable;

/**
 * A number as a cell holds it.
 *
 * @param value infinite where it is beyond the range of numbers; never a negative zero: equal rows have equal values
 * @param inUnits whether it is written in thousands, millions, billions or trillions, as 2.35M
 * @param currency as {@link Currencies} names it; null where there is none
 */
record WrittenNumber(
        double value, boolean inUnits, @Nullable String currency) {}
