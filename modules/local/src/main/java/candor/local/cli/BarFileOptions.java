package candor.local.cli;

import candor.marketdata.csv.CsvChoices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person says about a CSV file besides what stands in it. */
final class BarFileOptions {

    @Option(
            names = "--columns",
            paramLabel = "COLUMN=NAME,...",
            description = "which column of the file is which, by its name or number, where names are not known: as in"
                    + " date=Datum,close=Kurs or date=1,close=5")
    private @Nullable String columns;

    @Option(
            names = "--symbol-column",
            paramLabel = "NAME",
            description = "the column, by name or number, that says whose bar a row is, in a file with several symbols")
    private @Nullable String symbolColumn;

    /** The option that was given, as messages give it; null where none was. */
    @Nullable
    String given() {
        return columns != null ? "--columns" : symbolColumn != null ? "--symbol-column" : null;
    }

    /** @param symbol whose bars are wanted, where the file has several; null where nobody said */
    CsvChoices choices(@Nullable String symbol) {
        List<String> parts = new ArrayList<>();
        if (columns != null) {
            parts.add(columns);
        }
        if (symbolColumn != null) {
            parts.add("symbol=" + symbolColumn);
        }
        CsvChoices choices = parts.isEmpty() ? CsvChoices.NONE : CsvChoices.parse(String.join(",", parts));
        return symbol == null ? choices : choices.withSymbol(symbol);
    }
}
