package candor.marketdata.csv;

import candor.store.port.Provenance;
import java.util.Map;
import java.util.TreeMap;

/** What a file leaves to be found out by reading it. */
record Conventions(NumberStyle numbers, DateReading dates) {

    /** What most files keep, and what is assumed first. */
    static final Conventions USUAL = new Conventions(NumberStyle.POINT, DateReading.USUAL);

    /** What of them is not usual, as provenance has it. */
    Map<String, String> remarks() {
        Map<String, String> remarks = new TreeMap<>(dates.remarks());
        if (numbers == NumberStyle.COMMA) {
            Provenance.DECIMAL_SIGN.note(remarks, "comma");
        }
        return remarks;
    }
}
