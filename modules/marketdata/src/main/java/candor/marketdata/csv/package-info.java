/**
 * Reads daily bars of one symbol from the CSV files that people have: what providers, brokers and their libraries write,
 * with titles, comments and footers around the bars or without a header, and spreadsheets on both sides of the decimal
 * comma. Start at {@link candor.marketdata.csv.CsvBars}; {@link candor.marketdata.csv.CsvChoices} is what a person can
 * say about a file besides.
 *
 * <p>What a file leaves open is decided by proof in the file itself, or rejected with both readings shown:
 * {@link candor.marketdata.csv.NumberEvidence} for the decimal sign, {@link candor.marketdata.csv.DateEvidence} for the
 * order of day, month and year, {@link candor.marketdata.csv.MomentEvidence} for the day of a moment,
 * {@link candor.marketdata.csv.PriceScale} for prices in fixed point. Files that leave nothing open take a short way with
 * the same result: {@link candor.marketdata.csv.PlainFile}. Must not judge, repair or drop a bar: that is cleaning's work.
 */
@NullMarked
package candor.marketdata.csv;

import org.jspecify.annotations.NullMarked;
