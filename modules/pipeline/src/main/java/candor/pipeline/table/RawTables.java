package candor.pipeline.table;

import static candor.store.csv.Csv.cell;
import static candor.store.csv.Csv.number;

import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import candor.store.port.BarOrigin;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bars as retrieved: raw.csv holds prices and volume, actions.csv what belongs to the retrieval (adjusted close, dividends,
 * splits), row by row in the source's own order. Two files, so that equal bars have equal bytes although every later
 * dividend restates all adjusted closes.
 */
public final class RawTables {

    /** Its rows; with those of {@link #ACTIONS} a retrieval: {@link #read}. */
    public static final ArtefactKey<List<NamedCsvRecord>> BARS = new ArtefactKey<>("raw.csv", Csv::read);

    public static final ArtefactKey<List<NamedCsvRecord>> ACTIONS = new ArtefactKey<>("actions.csv", Csv::read);

    /** Who gave each bar, row by row with {@link #BARS}; those of earlier versions have no adjusted close. */
    public static final ArtefactKey<List<BarOrigin>> ORIGINS = new ArtefactKey<>("origins.csv", RawTables::readOrigins);

    private static final List<String> BAR_COLUMNS = List.of("line", "date", "open", "high", "low", "close", "volume");
    private static final List<String> ACTION_COLUMNS = List.of("line", "date", "dividend", "split");
    private static final String ADJUSTED_CLOSE = "adj_close";
    private static final String CAPITAL_GAIN = "capital_gain";

    private RawTables() {}

    public static byte[] bars(List<RawBar> bars) {
        Csv csv = new Csv(BAR_COLUMNS);
        for (RawBar bar : bars) {
            csv.row(List.of(
                    Integer.toString(bar.line()),
                    bar.session().toString(),
                    cell(bar.open()),
                    cell(bar.high()),
                    cell(bar.low()),
                    cell(bar.close()),
                    cell(bar.volume())));
        }
        return csv.toBytes();
    }

    /** The adjusted close is a column only where the source has one, the capital gain only where there is any. */
    public static byte[] actions(List<RawBar> bars, boolean hasAdjustedClose) {
        boolean hasCapitalGain = bars.stream().anyMatch(bar -> bar.capitalGain() != 0);
        List<String> header = new ArrayList<>(ACTION_COLUMNS);
        if (hasAdjustedClose) {
            header.add(ADJUSTED_CLOSE);
        }
        if (hasCapitalGain) {
            header.add(CAPITAL_GAIN);
        }
        Csv csv = new Csv(header);
        for (RawBar bar : bars) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(bar.line()), bar.session().toString(), cell(bar.dividend()), cell(bar.split())));
            if (hasAdjustedClose) {
                cells.add(cell(bar.adjustedClose()));
            }
            if (hasCapitalGain) {
                cells.add(cell(bar.capitalGain()));
            }
            csv.row(cells);
        }
        return csv.toBytes();
    }

    /** origins.csv: who gave each bar, and the adjusted close beside it. */
    public static byte[] origins(List<RawBar> bars, List<BarOrigin> origins) {
        Csv csv = new Csv(List.of("date", "provider", "vintage", ADJUSTED_CLOSE));
        for (int i = 0; i < bars.size(); i++) {
            BarOrigin origin = origins.get(i);
            csv.row(List.of(
                    bars.get(i).session().toString(),
                    origin.provider(),
                    Integer.toString(origin.vintage()),
                    cell(origin.adjustedClose())));
        }
        return csv.toBytes();
    }

    private static List<BarOrigin> readOrigins(byte[] origins) {
        return Csv.read(origins).stream()
                .map(row -> new BarOrigin(
                        row.getField("provider"),
                        Integer.parseInt(row.getField("vintage")),
                        row.findField(ADJUSTED_CLOSE).map(Csv::number).orElse(Double.NaN)))
                .toList();
    }

    /**
     * Both tables read back as the retrieval they were; of its provenance only the file's name, for messages.
     *
     * @param file what a person calls the source
     */
    public static Retrieval.OneFile read(List<NamedCsvRecord> barRows, List<NamedCsvRecord> actionRows, String file) {
        List<String> header =
                actionRows.isEmpty() ? List.of() : actionRows.getFirst().getHeader();
        boolean hasAdjustedClose = header.contains(ADJUSTED_CLOSE);
        boolean hasCapitalGain = header.contains(CAPITAL_GAIN);
        List<RawBar> joined = new ArrayList<>(barRows.size());
        for (int i = 0; i < barRows.size(); i++) {
            NamedCsvRecord bar = barRows.get(i);
            NamedCsvRecord action = actionRows.get(i);
            joined.add(new RawBar(
                    Integer.parseInt(bar.getField("line")),
                    LocalDate.parse(bar.getField("date")),
                    number(bar.getField("open")),
                    number(bar.getField("high")),
                    number(bar.getField("low")),
                    number(bar.getField("close")),
                    hasAdjustedClose ? number(action.getField(ADJUSTED_CLOSE)) : Double.NaN,
                    number(bar.getField("volume")),
                    number(action.getField("dividend")),
                    number(action.getField("split")),
                    hasCapitalGain ? number(action.getField(CAPITAL_GAIN)) : 0));
        }
        return new Retrieval.OneFile(
                Retrieval.Place.CHECKPOINT,
                joined,
                hasAdjustedClose,
                new TreeMap<>(Map.of(Provenance.FILE.key(), file)));
    }
}
