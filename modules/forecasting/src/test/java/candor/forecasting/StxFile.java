package candor.forecasting;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.forecasting.market.PriceHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** Seagate's daily bars in the folder of reference files; reading skips the test where that is not set. */
public record StxFile(List<Bar> bars, List<CorporateAction> dividends, PriceHistory history) {

    /** Reads Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits; there is no split in the file. */
    public static StxFile read() {
        List<String[]> rows = rows();
        List<Bar> bars = rows.stream().map(StxFile::bar).toList();
        List<CorporateAction> dividends = rows.stream()
                .filter(row -> number(row, 7) > 0)
                .<CorporateAction>map(row -> new CorporateAction.Dividend(LocalDate.parse(row[0]), number(row, 7)))
                .toList();
        double[] adjusted = rows.stream().mapToDouble(row -> number(row, 5)).toArray();
        return new StxFile(bars, dividends, PriceHistory.of(bars, adjusted));
    }

    private static List<String[]> rows() {
        try {
            return Files.readAllLines(SharedFiles.require("data/prices/STX.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bar bar(String[] row) {
        return new Bar(
                LocalDate.parse(row[0]),
                number(row, 1),
                number(row, 2),
                number(row, 3),
                number(row, 4),
                number(row, 6));
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }
}
