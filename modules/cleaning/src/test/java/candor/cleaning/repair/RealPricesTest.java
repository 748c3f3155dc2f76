package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Prices of a hundred real stocks, with their crashes, squeezes, splits and dividends: nothing is a fault, nothing
 * changes.
 */
class RealPricesTest {

    @Test
    void noCellOfTheSeagateFileIsTouched() {
        RepairResult result =
                PriceFile.read(PriceFile.shared("data/prices/STX.csv")).repaired();

        assertThat(result.log()).isEmpty();
        assertThat(result.doubts()).isEmpty();
    }

    @Test
    void noCellOfThePanelsIsTouched() {
        Stream.of("data/panel-2000-2024", "data/panel-2020-2026")
                .map(PriceFile::shared)
                .flatMap(folder -> PriceFile.in(folder, ".csv").stream())
                .forEach(RealPricesTest::assertUntouched);
    }

    private static void assertUntouched(Path path) {
        PriceFile file = PriceFile.read(path);
        RepairResult result = file.repaired();

        assertThat(file.rows()).hasSizeGreaterThan(250);
        assertThat(result.log()).as(file.name()).isEmpty();
        assertThat(result.doubts()).as(file.name()).isEmpty();
    }
}
