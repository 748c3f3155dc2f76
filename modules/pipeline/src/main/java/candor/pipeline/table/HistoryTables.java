package candor.pipeline.table;

import static candor.store.csv.Csv.cell;
import static candor.store.csv.Csv.number;

import candor.forecasting.market.Bar;
import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cleaned bars: clean.csv holds prices as traded and volume, adjusted.csv the adjusted closes of this retrieval, row by
 * row, oldest first.
 */
public final class HistoryTables {

    /** Prices as traded and volume; with {@link #ADJUSTED} a {@link candor.forecasting.market.PriceHistory}. */
    public static final ArtefactKey<List<Bar>> BARS = new ArtefactKey<>("clean.csv", HistoryTables::readBars);

    /** One adjusted close for each bar. */
    public static final ArtefactKey<double[]> ADJUSTED = new ArtefactKey<>("adjusted.csv", HistoryTables::readAdjusted);

    private HistoryTables() {}

    public static byte[] bars(List<Bar> bars) {
        Csv csv = new Csv(List.of("date", "open", "high", "low", "close", "volume"));
        for (Bar bar : bars) {
            csv.row(List.of(
                    bar.session().toString(),
                    cell(bar.open()),
                    cell(bar.high()),
                    cell(bar.low()),
                    cell(bar.close()),
                    cell(bar.volume())));
        }
        return csv.toBytes();
    }

    /** @param adjustedClose one for each bar */
    public static byte[] adjusted(List<Bar> bars, List<Double> adjustedClose) {
        Csv csv = new Csv(List.of("date", "adj_close"));
        for (int i = 0; i < adjustedClose.size(); i++) {
            csv.row(List.of(bars.get(i).session().toString(), cell(adjustedClose.get(i))));
        }
        return csv.toBytes();
    }

    private static List<Bar> readBars(byte[] bars) {
        List<Bar> read = new ArrayList<>();
        for (NamedCsvRecord row : Csv.read(bars)) {
            read.add(new Bar(
                    LocalDate.parse(row.getField("date")),
                    number(row.getField("open")),
                    number(row.getField("high")),
                    number(row.getField("low")),
                    number(row.getField("close")),
                    number(row.getField("volume"))));
        }
        return read;
    }

    private static double[] readAdjusted(byte[] adjusted) {
        return Csv.read(adjusted).stream()
                .mapToDouble(row -> number(row.getField("adj_close")))
                .toArray();
    }
}
