package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.harp.PriorText;
import candor.forecasting.harp.PriorVersion;
import candor.forecasting.harp.Priors;
import candor.forecasting.harp.ShippedPrior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor prior} on a small panel. */
class PriorTest {

    private static final int BARS = 1300;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(folder.resolve("home"), folder);
        Files.createDirectory(folder.resolve("panel"));
        List<String> lines = SampleBars.lines(BARS);
        SampleBars.write(folder.resolve("panel/ONE.csv"), lines);
        // Another stock: the bars of the first in the order of time reversed, on the same days.
        SampleBars.write(folder.resolve("panel/TWO.csv"), reversed(lines));
    }

    private static List<String> reversed(List<String> lines) {
        int last = lines.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> i == 0
                        ? lines.getFirst()
                        : lines.get(i).substring(0, 10)
                                + lines.get(last + 1 - i).substring(10))
                .toList();
    }

    @Test
    void theSamePanelGivesTheSameBytes() throws IOException {
        Terminal.Answer answer = prior("--output", "a.txt", "--about", "two made-up symbols");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .startsWith("a.txt: two made-up symbols; 2 symbols, 2020-")
                .contains("\n  1 session ahead: ", "\n  5 sessions ahead: ", "\n  21 sessions ahead: ");
        Priors priors = read("a.txt");
        assertThat(priors.through()).isEqualTo(SampleBars.LAST);
        assertThat(priors.of(21)).isPresent();
        prior("--output", "b.txt", "--about", "two made-up symbols");
        assertThat(folder.resolve("b.txt")).hasSameBinaryContentAs(folder.resolve("a.txt"));
    }

    /** What a version says does not change when later bars come: so it has not seen them. */
    @Test
    void aVersionHasSeenNothingAfterItsDate() throws IOException {
        prior("--output", "whole.txt");
        terminal.type("prior", "--dir", "panel", "--through", "2024-12-31", "--output", "cut.txt");

        for (int horizon : new int[] {1, 5, 21}) {
            List<PriorVersion> whole =
                    read("whole.txt").of(horizon).orElseThrow().versions();
            List<PriorVersion> cut = read("cut.txt").of(horizon).orElseThrow().versions();
            List<PriorVersion> shared = cut.subList(0, cut.size() - 1);
            assertThat(shared).isNotEmpty().isEqualTo(whole.subList(0, shared.size()));
        }
    }

    @Test
    void withoutAFolderThePriorThatShipsIsWritten() throws IOException {
        Terminal.Answer answer = terminal.type("prior", "--output", "shipped.txt");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).startsWith("shipped.txt: 60 survivors, US large caps; 60 symbols, 2000-01-03 to ");
        assertThat(folder.resolve("shipped.txt")).hasBinaryContent(ShippedPrior.text());
        Terminal.Answer half = terminal.type("prior", "--dir", "panel", "--output", "a.txt");
        assertThat(half.status()).isEqualTo(2);
        assertThat(half.err()).contains("give --dir and --through");
    }

    @Test
    void refusalsNameTheRemedy() throws IOException {
        assertThat(terminal.type("prior", "--dir", "none", "--through", "2025-12-31", "--output", "a.txt"))
                .isEqualTo(new Terminal.Answer(
                        2, "", "candor: no such folder: none; give one with a CSV file for each symbol\n"));
        assertThat(terminal.type("prior", "--dir", "panel", "--through", "soon", "--output", "a.txt")
                        .err())
                .isEqualTo("candor: --through soon is no date; give one as in 2024-03-08\n");
        assertThat(terminal.type("prior", "--dir", "panel", "--through", "2021-06-30", "--output", "a.txt")
                        .err())
                .startsWith("candor: panel: the panel has the sessions 2020-")
                .endsWith("; give more symbols or longer histories\n");
        Files.writeString(folder.resolve("panel/BAD.csv"), "Date,Open,High,Low,Close,Volume\nyesterday,1,2,3,4,5\n");
        Terminal.Answer broken = prior("--output", "a.txt");
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("BAD.csv");
        assertThat(folder.resolve("a.txt")).doesNotExist();
    }

    private Terminal.Answer prior(String... options) {
        List<String> words =
                new java.util.ArrayList<>(List.of("prior", "--dir", "panel", "--through", SampleBars.LAST.toString()));
        words.addAll(List.of(options));
        return terminal.type(words.toArray(String[]::new));
    }

    private Priors read(String file) throws IOException {
        return PriorText.read(file, Files.readString(folder.resolve(file)));
    }
}
