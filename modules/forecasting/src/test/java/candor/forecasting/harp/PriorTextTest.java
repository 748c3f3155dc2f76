package candor.forecasting.harp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The format that docs/prior-format.md describes. */
class PriorTextTest {

    private static final Priors PRIORS = new Priors(
            "3 made-up symbols",
            3,
            LocalDate.of(2000, 1, 3),
            LocalDate.of(2004, 6, 30),
            List.of(
                    SmallPrior.of(1, SmallPrior.version("2003-01-02", 0.5), SmallPrior.version("2004-01-02", 0.25)),
                    SmallPrior.of(5, SmallPrior.version("2003-01-02", -0.125))));

    @Test
    void theGoldenFileIsWhatIsWritten() {
        assertThat(PriorText.write(PRIORS)).isEqualTo(golden());
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(PriorText.read("golden", golden())).isEqualTo(PRIORS);
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        String text = golden();
        int lines = (int) text.lines().count();
        for (int kept = 0; kept < lines; kept++) {
            String cut = String.join("\n", text.lines().limit(kept).toList());

            assertThatThrownBy(() -> PriorText.read("mine.txt", cut))
                    .isInstanceOf(BrokenPrior.class)
                    .hasMessageStartingWith("mine.txt, line ")
                    .hasMessageEndingWith("; make the file again with ./candor prior");
        }
    }

    @Test
    void theLineAndTheFaultAreNamed() {
        assertThatThrownBy(() -> PriorText.read("mine.txt", golden().replace("level 1.5", "level 1,5")))
                .hasMessageStartingWith("mine.txt, line 11: ")
                .hasMessageContaining("1,5");
        assertThatThrownBy(() -> PriorText.read("mine.txt", golden().replace("coefficients 0.5 ", "coefficients ")))
                .hasMessage("mine.txt, line 13: 28 numbers, want 29; make the file again with ./candor prior");
        assertThatThrownBy(() -> PriorText.read("mine.txt", golden().replace("2004-01-02", "2003-01-01")))
                .hasMessageContaining("versions of a prior not ascending: 2003-01-01 follows 2003-01-02");
        assertThatThrownBy(() -> PriorText.read("mine.txt", golden().replace(" lv66 ", " lv67 ")))
                .hasMessageStartingWith("mine.txt, line 6: other regressors than this version of Candor makes");
        assertThatThrownBy(() -> PriorText.read("mine.txt", golden().replace("level 1.5", "level NaN")))
                .hasMessageContaining("level NaN, want a positive number");
    }

    private static String golden() {
        try (InputStream in = Objects.requireNonNull(PriorTextTest.class.getResourceAsStream("/golden/prior.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
