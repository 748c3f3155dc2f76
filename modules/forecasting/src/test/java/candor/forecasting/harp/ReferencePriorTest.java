package candor.forecasting.harp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The prior of the panel of 60 symbols against the study's own, at the horizon that has everything but takes least. */
class ReferencePriorTest {

    private static final int HORIZON = 5;

    @Test
    void theStudysPriorComesOutAgain() {
        Prior wanted = SharedPrior.read(HORIZON);

        Prior made = PriorBuild.of(
                panel(),
                new NyseCalendar(),
                wanted.levels(),
                HORIZON,
                Prior.Weights.of(HORIZON).orElseThrow());

        assertThat(made.versions())
                .extracting(PriorVersion::date)
                .isEqualTo(wanted.versions().stream().map(PriorVersion::date).toList());
        for (int j = 0; j < wanted.versions().size(); j++) {
            compare(made.versions().get(j), wanted.versions().get(j));
        }
    }

    private static void compare(PriorVersion made, PriorVersion wanted) {
        assertThat(made.level()).isCloseTo(wanted.level(), within(1e-9));
        close(made.coefficients(), wanted.coefficients());
        close(made.slopes(), wanted.slopes());
        for (int i = 0; i < wanted.gram().size(); i++) {
            close(made.gram().get(i), wanted.gram().get(i));
        }
        for (int level = 0; level < wanted.scores().size(); level++) {
            close(made.scores().get(level), wanted.scores().get(level));
        }
    }

    private static void close(List<Double> made, List<Double> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(made.get(i)).isCloseTo(wanted.get(i), within(1e-9));
        }
        assertThat(made).hasSameSizeAs(wanted);
    }

    private static List<PriceHistory> panel() {
        Path folder = SharedFiles.require("data/panel-2000-2024");
        try (Stream<Path> files = Files.list(folder)) {
            List<PriceHistory> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                all.add(history(Files.readAllLines(file)));
            }
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PriceHistory history(List<String> lines) {
        List<Bar> bars = new ArrayList<>();
        double[] adjusted = new double[lines.size() - 1];
        for (String line : lines.subList(1, lines.size())) {
            String[] c = line.split(",", -1);
            adjusted[bars.size()] = Double.parseDouble(c[5]);
            bars.add(new Bar(
                    LocalDate.parse(c[0]),
                    Double.parseDouble(c[1]),
                    Double.parseDouble(c[2]),
                    Double.parseDouble(c[3]),
                    Double.parseDouble(c[4]),
                    Double.parseDouble(c[6])));
        }
        return PriceHistory.of(bars, adjusted);
    }
}
