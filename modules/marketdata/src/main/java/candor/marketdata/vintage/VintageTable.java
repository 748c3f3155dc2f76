package candor.marketdata.vintage;

import static candor.store.csv.Csv.cell;
import static candor.store.csv.Csv.number;

import candor.store.csv.Csv;
import candor.store.port.RawBar;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** whole.csv and window.csv: the rows of a vintage as traded, with the provider's adjusted closes of that day. */
final class VintageTable {

    private static final List<String> HEADER = List.of(
            "date",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "dividend",
            "split",
            "capital_gain",
            "adj_close",
            "vintage");

    private VintageTable() {}

    static byte[] write(Collection<HeldBar> rows) {
        Csv csv = new Csv(HEADER);
        for (HeldBar row : rows) {
            RawBar bar = row.bar();
            csv.row(List.of(
                    bar.session().toString(),
                    cell(bar.open()),
                    cell(bar.high()),
                    cell(bar.low()),
                    cell(bar.close()),
                    cell(bar.volume()),
                    cell(bar.dividend()),
                    cell(bar.split()),
                    cell(bar.capitalGain()),
                    cell(bar.adjustedClose()),
                    Integer.toString(row.vintage())));
        }
        return csv.toBytes();
    }

    static List<HeldBar> read(byte[] bytes) {
        List<HeldBar> rows = new ArrayList<>();
        for (NamedCsvRecord row : Csv.read(bytes)) {
            RawBar bar = new RawBar(
                    rows.size() + 1,
                    LocalDate.parse(row.getField("date")),
                    number(row.getField("open")),
                    number(row.getField("high")),
                    number(row.getField("low")),
                    number(row.getField("close")),
                    number(row.getField("adj_close")),
                    number(row.getField("volume")),
                    number(row.getField("dividend")),
                    number(row.getField("split")),
                    number(row.getField("capital_gain")));
            rows.add(new HeldBar(bar, Integer.parseInt(row.getField("vintage"))));
        }
        return rows;
    }
}
