package candor.benchmarks.m6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.local.wiring.CommandRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetPricesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aMissingPriceIsTheOneBefore() throws IOException {
        List<String> rows = rows("2022/03/01", 5);
        rows.addAll(rows("2022/03/02", 4));
        AssetPrices prices = AssetPrices.read(file(rows));
        assertThat(prices.at(LocalDate.of(2022, 3, 2))).containsExactly(1, 2, 3, 4, 5);
        assertThat(prices.at(LocalDate.of(2022, 3, 5))).containsExactly(1, 2, 3, 4, 5);
        // With one asset in five without a price the second day is no session, so there is no return.
        assertThat(prices.returnsUpTo(LocalDate.of(2022, 3, 5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1,2022/03/01 | line 7: 'A1,2022/03/01' has not three cells",
                "A1,first of March,3 | has no date in its second cell",
                "A1,2022/03/02,many | has no number in its third cell",
                "A1,2022/03/02,0 | the price is not above 0",
                "A6,2022/03/02,6 | has 6 assets, which do not fall into quintiles"
            })
    void aBadRowIsNamedWithItsRemedy(String row, String message) throws IOException {
        List<String> rows = rows("2022/03/01", 5);
        rows.add(row);
        Path file = file(rows);
        assertThatThrownBy(() -> AssetPrices.read(file))
                .isInstanceOf(CommandRejected.class)
                .hasMessageContaining(message)
                .hasMessageContaining("give the competition's assets_m6.csv");
    }

    @Test
    void pricesThatEndTooEarlyAreRefused() throws IOException {
        Competition competition = new Competition(AssetPrices.read(file(rows("2022/03/01", 5))));
        assertThatThrownBy(() -> competition.score(0, new OneFactor.Correlations(1, 0), RankProbabilities.STEP))
                .isInstanceOf(CommandRejected.class)
                .hasMessageContaining("the prices end on 2022-03-01");
    }

    private Path file(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("symbol,date,price"));
        lines.addAll(rows);
        return Files.write(folder.resolve("assets.csv"), lines);
    }

    private static List<String> rows(String date, int assets) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= assets; i++) {
            rows.add("A" + i + "," + date + "," + i);
        }
        return rows;
    }
}
