package candor.store.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

    private static final Input BARS = new Input("work/clean/STX/a/clean.csv", "aa");
    private static final Input LEVELS = new Input("work/clean/STX/a/adjusted.csv", "bb");

    @Test
    void isTheDigestOfOneLineForEachIngredient() {
        String text = """
                stage=train
                format=1
                symbol=STX
                asOf=2026-04-24
                code=c0de
                setting a=1
                setting b=x=y
                seed boosting=7
                input=aa
                input=bb
                """;
        assertThat(fingerprint("train", "STX", 24, "c0de", Map.of("b", "x=y", "a", "1"), 7, List.of(BARS, LEVELS)))
                .isEqualTo(Digest.of(text.getBytes(UTF_8)));
    }

    /** What goes on from earlier work goes on from one of its own way, whatever the day and the inputs. */
    @Test
    void ofALineageIsTheDigestOfTheSameLinesWithoutDayAndInputs() {
        String text = """
                stage=train
                format=1
                symbol=STX
                code=c0de
                setting a=1
                seed boosting=7
                """;
        assertThat(Fingerprint.ofLineage(
                        "train",
                        Symbol.of("STX"),
                        "c0de",
                        new TreeMap<>(Map.of("a", "1")),
                        new TreeMap<>(Map.of("boosting", 7L))))
                .isEqualTo(Digest.of(text.getBytes(UTF_8)));
    }

    @Test
    void everyIngredientChangesIt() {
        Map<String, String> settings = Map.of("a", "1");
        List<Input> inputs = List.of(BARS, LEVELS);
        assertThat(List.of(
                        fingerprint("train", "STX", 24, "c0de", settings, 7, inputs),
                        fingerprint("forecast", "STX", 24, "c0de", settings, 7, inputs),
                        fingerprint("train", "WDC", 24, "c0de", settings, 7, inputs),
                        fingerprint("train", "STX", 23, "c0de", settings, 7, inputs),
                        fingerprint("train", "STX", 24, "c0df", settings, 7, inputs),
                        fingerprint("train", "STX", 24, "c0de", Map.of("a", "2"), 7, inputs),
                        fingerprint("train", "STX", 24, "c0de", Map.of("b", "1"), 7, inputs),
                        fingerprint("train", "STX", 24, "c0de", Map.of(), 7, inputs),
                        fingerprint("train", "STX", 24, "c0de", settings, 8, inputs),
                        fingerprint("train", "STX", 24, "c0de", settings, 7, List.of(LEVELS, BARS)),
                        fingerprint("train", "STX", 24, "c0de", settings, 7, List.of(BARS))))
                .doesNotHaveDuplicates();
    }

    @Test
    void keysOfInputsDoNot() {
        Input elsewhere = new Input("work/clean/STX/other/clean.csv", BARS.sha256());
        assertThat(fingerprint("train", "STX", 24, "c0de", Map.of(), 7, List.of(elsewhere)))
                .isEqualTo(fingerprint("train", "STX", 24, "c0de", Map.of(), 7, List.of(BARS)));
    }

    @Test
    void refusesWhatCouldReadAsAnotherLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fingerprint("train", "STX", 24, "c0de", Map.of("a", "1\nsetting b=2"), 7, List.of()))
                .withMessageContaining("setting a has more than one line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fingerprint("train", "STX", 24, "c0de", Map.of("a", "\nsetting b=2"), 7, List.of()))
                .withMessageContaining("setting a has more than one line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fingerprint("train", "STX", 24, "c0de", Map.of("a\nb", "1"), 7, List.of()))
                .withMessageContaining("more than one line");
        assertThatIllegalArgumentException()
                .as("'a=b' set to 'c' must not count as 'a' set to 'b=c'")
                .isThrownBy(() -> fingerprint("train", "STX", 24, "c0de", Map.of("a=b", "c"), 7, List.of()))
                .withMessageContaining("setting a=b");
    }

    private static String fingerprint(
            String stage,
            String symbol,
            int day,
            String code,
            Map<String, String> settings,
            long seed,
            List<Input> inputs) {
        return Fingerprint.of(
                stage,
                Symbol.of(symbol),
                LocalDate.of(2026, 4, day),
                code,
                new TreeMap<>(settings),
                new TreeMap<>(Map.of("boosting", seed)),
                inputs);
    }
}
