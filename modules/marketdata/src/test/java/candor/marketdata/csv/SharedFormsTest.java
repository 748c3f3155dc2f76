package candor.marketdata.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.forecasting.fixture.SharedFiles;
import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as brokers and vendors write them hold some rows of one series: they are those rows, or refused with a remedy. */
class SharedFormsTest {

    /** Rows with a fault, which is cleaning's to judge: by file, the day. */
    private static final Map<String, LocalDate> FAULTY = Map.of(
            "conflicting-duplicate.csv", LocalDate.of(2026, 11, 20),
            "high-below-close.csv", LocalDate.of(2026, 11, 20),
            "missing-close.csv", LocalDate.of(2026, 11, 20),
            "negative-price.csv", LocalDate.of(2026, 11, 20),
            "zero-price.csv", LocalDate.of(2026, 11, 20),
            "11b-na.csv", LocalDate.of(2021, 12, 6));

    private static final Set<String> TWO_CLOSES =
            Set.of("last-and-close-differ.csv", "price-and-close.csv", "tv-plot-named-close.csv");

    @Test
    void everyFormIsReadRightOrRefusedWithARemedy() {
        Map<LocalDate, RawBar> series = parse(shared("data/silent/CLEAN.csv"), CsvChoices.NONE).bars().stream()
                .collect(Collectors.toMap(RawBar::session, Function.identity()));
        Map<String, String> refused = new TreeMap<>();
        for (Path file : files("data/forms")) {
            String name = String.valueOf(file.getFileName());
            try {
                assertRows(name, parse(file, CsvChoices.NONE).bars(), series);
            } catch (InputRefused refusal) {
                refused.put(name, String.valueOf(refusal.getMessage()));
            }
        }

        assertThat(refused.keySet()).isEqualTo(TWO_CLOSES);
        assertThat(refused.values()).allSatisfy(message -> assertThat(message).matches("(?s).* \\(.+\\)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-and-close-differ.csv", "price-and-close.csv", "tv-plot-named-close.csv"})
    void ofTwoClosesThatDifferThePersonChooses(String name) {
        Path file = shared("data/forms/" + name);
        Map<LocalDate, RawBar> series = parse(shared("data/silent/CLEAN.csv"), CsvChoices.NONE).bars().stream()
                .collect(Collectors.toMap(RawBar::session, Function.identity()));
        String message = String.valueOf(catchThrowableOfType(InputRefused.class, () -> parse(file, CsvChoices.NONE))
                .getMessage());
        String[] remedies = message.replaceAll("(?s).*--columns (close=[0-9]+) or (close=[0-9]+)\\)", "$1 $2")
                .split(" ", -1);

        long right = Stream.of(remedies)
                .map(remedy -> parse(file, CsvChoices.parse(remedy)).bars().getFirst())
                .filter(bar -> bar.close()
                        == Objects.requireNonNull(series.get(bar.session())).close())
                .count();
        assertThat(right).isEqualTo(1);
    }

    private static void assertRows(String name, List<RawBar> bars, Map<LocalDate, RawBar> series) {
        assertThat(bars).as(name).hasSizeGreaterThanOrEqualTo(4);
        for (RawBar bar : bars) {
            if (!bar.session().equals(FAULTY.get(name))) {
                RawBar row = Objects.requireNonNull(series.get(bar.session()));
                assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
                        .as("%s, %s", name, bar.session())
                        .isEqualTo(List.of(row.open(), row.high(), row.low(), row.close(), row.volume()));
            }
        }
    }

    private static Retrieval parse(Path file, CsvChoices choices) {
        try {
            return CsvBars.parse(String.valueOf(file.getFileName()), Files.readAllBytes(file), choices);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> all = Files.list(shared(folder))) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path shared(String path) {
        return SharedFiles.require(path);
    }
}
