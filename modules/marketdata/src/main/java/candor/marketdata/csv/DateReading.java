package candor.marketdata.csv;

import candor.store.port.Provenance;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the dates of a file are read where their cells leave it open.
 *
 * @param order of day, month and year
 * @param lastYear the latest year that one of two digits can be; the earliest is 99 years before
 * @param midnights whether moments in UTC are midnights of a zone to the east of it, where the next day has begun
 */
record DateReading(DateOrder order, int lastYear, boolean midnights) {

    /** Where the exchange's calendar ends: no session of a file is later. */
    static final int LAST_YEAR = 2030;

    /** What most files keep, and what is assumed first. */
    static final DateReading USUAL = new DateReading(DateOrder.MONTH_FIRST, LAST_YEAR, false);

    /** The same with another order. */
    DateReading in(DateOrder other) {
        return new DateReading(other, lastYear, midnights);
    }

    /** What of it is not usual, as provenance has it. */
    Map<String, String> remarks() {
        Map<String, String> remarks = new TreeMap<>();
        if (order != DateOrder.MONTH_FIRST) {
            Provenance.DATE_ORDER.note(remarks, order.title());
        }
        if (lastYear != LAST_YEAR) {
            Provenance.LAST_YEAR.note(remarks, Integer.toString(lastYear));
        }
        if (midnights) {
            Provenance.DATE_ZONE.note(remarks, "midnights east of UTC");
        }
        return remarks;
    }
}
