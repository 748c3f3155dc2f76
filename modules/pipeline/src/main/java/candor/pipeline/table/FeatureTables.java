package candor.pipeline.table;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** features.csv: one row for each session whose features are all defined, oldest first. */
public final class FeatureTables {

    /** Its rows, which are a table over the sessions of a history alone: {@link #read}. */
    public static final ArtefactKey<List<NamedCsvRecord>> KEY = new ArtefactKey<>("features.csv", Csv::read);

    private FeatureTables() {}

    /** The complete rows of the table; incomplete ones are left out. */
    public static byte[] write(PriceHistory history, FeatureTable table) {
        List<String> header = new ArrayList<>(List.of("date"));
        header.addAll(table.names());
        Csv csv = new Csv(header);
        for (int row = 0; row < table.size(); row++) {
            if (table.complete(row)) {
                List<String> cells =
                        new ArrayList<>(List.of(history.session(row).toString()));
                for (int column = 0; column < table.names().size(); column++) {
                    cells.add(Csv.cell(table.value(row, column)));
                }
                csv.row(cells);
            }
        }
        return csv.toBytes();
    }

    /** A file without a row does not give its header away: those of a young history are the same. */
    private static List<String> names(PriceHistory history, List<NamedCsvRecord> rows) {
        if (rows.isEmpty()) {
            return Features.of(history).names();
        }
        List<String> header = rows.getFirst().getHeader();
        return header.subList(1, header.size());
    }

    /** The table over the sessions of the history; rows that are not in the file are all NaN. */
    public static FeatureTable read(PriceHistory history, List<NamedCsvRecord> rows) {
        List<String> features = names(history, rows);
        double[][] columns = new double[features.size()][history.size()];
        Arrays.stream(columns).forEach(column -> Arrays.fill(column, Double.NaN));
        for (NamedCsvRecord row : rows) {
            int at = history.indexOf(LocalDate.parse(row.getField(0)));
            if (at < 0) {
                throw new IllegalArgumentException(
                        KEY + " has a row for " + row.getField(0) + ", which is no session of the history");
            }
            for (int column = 0; column < columns.length; column++) {
                columns[column][at] = Csv.number(row.getField(column + 1));
            }
        }
        return new FeatureTable(features, columns);
    }
}
