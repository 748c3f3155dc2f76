/**
 * Sources of daily bars: a user's CSV file in the object store, and the built-in synthetic stock. Start at
 * {@link candor.marketdata.BarSources}; {@link candor.marketdata.csv.CsvBars} reads the files. Hands over what was found;
 * must not judge, repair or drop a bar: that is cleaning's work.
 */
@NullMarked
package candor.marketdata;

import org.jspecify.annotations.NullMarked;
