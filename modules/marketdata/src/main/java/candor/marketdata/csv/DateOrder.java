package candor.marketdata.csv;

/** Which number of a date such as 03/04/2024 is the month. */
enum DateOrder {
    MONTH_FIRST,
    DAY_FIRST
}
