package candor.pipeline.table;

import static candor.store.csv.Csv.cell;
import static candor.store.csv.Csv.number;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.walkforward.BacktestRow;
import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * backtest.csv: every origin and horizon of a walk-forward. Log returns; an empty cell for what is not there yet.
 * There is a column for each candidate, in the order of their table.
 */
public final class BacktestTable {

    public static final ArtefactKey<List<BacktestRow>> KEY = new ArtefactKey<>("backtest.csv", BacktestTable::read);

    private static final List<String> QUANTILES =
            List.of("p005", "p025", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "p975", "p995");
    private static final List<String> TAILS = List.of("t01", "t05", "t95", "t99");
    private static final String LONG_MEAN = "log_range_mean";
    private static final List<String> HEADER = header();

    private BacktestTable() {}

    /** The names of {@link BacktestRow#PROBABILITIES}, in the same order. */
    public static List<String> quantileNames() {
        return QUANTILES;
    }

    public static byte[] write(List<BacktestRow> rows) {
        Csv csv = new Csv(HEADER);
        for (BacktestRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.origin().toString(),
                    row.target().toString(),
                    Integer.toString(row.horizon()),
                    cell(row.realised())));
            Candidates.ALL.forEach(candidate -> cells.add(cell(row.forecast(candidate))));
            cells.add(cell(row.sigma()));
            row.quantiles().forEach(quantile -> cells.add(cell(quantile)));
            row.tails().forEach(quantile -> cells.add(cell(quantile)));
            cells.add(cell(row.longMean()));
            csv.row(cells);
        }
        return csv.toBytes();
    }

    /** A candidate that has no column there has no forecast; a column that no candidate has is not read, and a file of the first form has no tails. */
    public static List<BacktestRow> read(byte[] bytes) {
        return Csv.read(bytes).stream().map(BacktestTable::row).toList();
    }

    private static BacktestRow row(NamedCsvRecord row) {
        return new BacktestRow(
                LocalDate.parse(row.getField("origin")),
                LocalDate.parse(row.getField("target")),
                Integer.parseInt(row.getField("horizon")),
                number(row.getField("realised")),
                Forecasts.of(
                        candidate -> number(row.findField(candidate.column()).orElse(""))),
                number(row.getField("sigma")),
                QUANTILES.stream().map(name -> number(row.getField(name))).toList(),
                TAILS.stream()
                        .map(name -> number(row.findField(name).orElse("")))
                        .toList(),
                number(row.findField(LONG_MEAN).orElse("")));
    }

    private static List<String> header() {
        List<String> names = new ArrayList<>(List.of("origin", "target", "horizon", "realised"));
        Candidates.ALL.forEach(candidate -> names.add(candidate.column()));
        names.add("sigma");
        names.addAll(QUANTILES);
        names.addAll(TAILS);
        names.add(LONG_MEAN);
        return List.copyOf(names);
    }
}
