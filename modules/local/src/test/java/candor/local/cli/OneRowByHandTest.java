package candor.local.cli;

import static candor.local.cli.HandSums.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of docs/forecasting.md: sums by hand give what Candor stored, and the document has these numbers. */
@ExtendWith(DemoHome.Shared.class)
class OneRowByHandTest {

    private static final Path DOCS = Path.of("../../docs/forecasting.md");

    @Test
    void handSumsGiveWhatTheDemoStored(DemoHome demo) {
        RowByHand row = new RowByHand(demo);
        near(row.sigmaOfLogHar, number(row.stored, "sigma_loghar"));
        near(row.sigma, number(row.stored, "sigma_harpown"));
        for (int j = 0; j < row.x.length; j++) {
            near(row.x[j], row.sharedRegressors().get(j));
        }
        near(row.sigma, number(row.stored, "sigma"));
        near(row.q * row.sigma, number(row.stored, "p95"));
        near(-row.q * row.sigma, number(row.stored, "p05"));
        near(row.ridge, number(row.stored, "ridge"));
        row.features().forEach((name, value) -> near(value, number(row.storedFeatures(), name)));
    }

    private static void near(double byHand, double stored) {
        assertThat(byHand).isCloseTo(stored, within(1e-12 + 1e-10 * Math.abs(stored)));
    }

    /** All tables in one failure, so that they can be taken over together. */
    @Test
    void theDocumentHasItsNumbers(DemoHome demo) throws IOException {
        RowByHand row = new RowByHand(demo);
        List<String> lines = Files.readAllLines(DOCS);
        SoftAssertions tables = new SoftAssertions();
        holds(tables, lines, "| session | open | high | low | close | adjusted close | r | ln v |", row.barsTable());
        holds(tables, lines, "| regressor | value | coefficient | term |", row.volatilityTable());
        holds(tables, lines, "| step | by hand | from, or the same as |", row.intervalTable());
        holds(tables, lines, "| feature | x | m | s | w | w (x - m) / s |", row.ridgeTable());
        tables.assertAll();
    }

    private static void holds(SoftAssertions tables, List<String> lines, String header, List<String> rows) {
        List<String> documented = lines.stream()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        tables.assertThat(documented)
                .as(
                        "docs/forecasting.md, the table under '%s': the demo's numbers are now%n%s%n",
                        header, String.join("\n", rows))
                .isEqualTo(rows);
    }
}
