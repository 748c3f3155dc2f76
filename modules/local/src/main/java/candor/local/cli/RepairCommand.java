package candor.local.cli;

import candor.marketdata.csv.CsvBars;
import candor.pipeline.port.RawBar;
import candor.pipeline.port.Retrieval;
import candor.pipeline.repair.Doubt;
import candor.pipeline.repair.RepairResult;
import candor.pipeline.repair.Repairs;
import candor.pipeline.report.CleaningEntry;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.Csv;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Repairs in a CSV file of daily bars what the file proves about itself, and says what is wrong beyond"
                + " that. Any exchange, any length; nothing is forecast and no home is needed.",
        footer = {"", "Example:", "  candor repair STX.csv --output STX-repaired.csv --log changes.csv"})
final class RepairCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "daily bars, in any form that run --csv reads")
    private Path file = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "write the repaired bars there")
    private @Nullable Path output;

    @Option(names = "--log", paramLabel = "FILE", description = "write every change there, with its evidence")
    private @Nullable Path log;

    RepairCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Retrieval given =
                CsvBars.parse(String.valueOf(file.getFileName()), BarFile.bytes(surroundings, file));
        RepairResult result = Repairs.of(given.bars(), given.hasAdjustedClose());
        if (output != null) {
            BarFile.write(surroundings, output, csv(result.rows(), given.hasAdjustedClose()));
        }
        if (log != null) {
            BarFile.write(surroundings, log, CleaningTable.write(result.log()));
        }
        tell(given.bars().size(), result);
        return 0;
    }

    private void tell(int rows, RepairResult result) {
        PrintStream print = surroundings.out();
        SortedMap<String, Long> byRule = result.log().stream()
                .collect(Collectors.groupingBy(CleaningEntry::rule, TreeMap::new, Collectors.counting()));
        print.println(file + ": " + rows + " rows, "
                + (byRule.isEmpty() ? "nothing to repair" : result.log().size() + " changes:"));
        byRule.forEach((rule, count) -> print.println("  " + rule + "  " + count));
        if (!result.doubts().isEmpty()) {
            print.println(result.doubts().size() + " in doubt, left as they are:");
        }
        result.doubts().stream().limit(SHOWN).map(RepairCommand::line).forEach(print::println);
        if (result.doubts().size() > SHOWN) {
            print.println("  and " + (result.doubts().size() - SHOWN) + " more");
        }
    }

    private static String line(Doubt doubt) {
        return "  " + doubt.session() + "  " + doubt.rule() + "  " + doubt.column() + "  " + doubt.value() + "  ("
                + doubt.evidence() + ")";
    }

    /** In the columns that Yahoo and yfinance use, so that every tool reads it. */
    private static byte[] csv(List<RawBar> rows, boolean hasAdjustedClose) {
        boolean hasGains = rows.stream().anyMatch(row -> row.capitalGain() != 0);
        List<String> header = new ArrayList<>(List.of("Date", "Open", "High", "Low", "Close"));
        if (hasAdjustedClose) {
            header.add("Adj Close");
        }
        header.addAll(List.of("Volume", "Dividends", "Stock Splits"));
        if (hasGains) {
            header.add("Capital Gains");
        }
        Csv csv = new Csv(header);
        rows.forEach(row -> csv.row(cells(row, hasAdjustedClose, hasGains)));
        return csv.toBytes();
    }

    private static List<String> cells(RawBar row, boolean hasAdjustedClose, boolean hasGains) {
        List<String> cells = new ArrayList<>(List.of(
                row.session().toString(),
                Csv.cell(row.open()),
                Csv.cell(row.high()),
                Csv.cell(row.low()),
                Csv.cell(row.close())));
        if (hasAdjustedClose) {
            cells.add(Csv.cell(row.adjustedClose()));
        }
        cells.addAll(List.of(Csv.cell(row.volume()), Csv.cell(row.dividend()), Csv.cell(row.split())));
        if (hasGains) {
            cells.add(Csv.cell(row.capitalGain()));
        }
        return cells;
    }
}
