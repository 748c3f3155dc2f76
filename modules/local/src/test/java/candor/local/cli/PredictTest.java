package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code candor predict} over what a demo left. */
@ExtendWith(DemoHome.Shared.class)
class PredictTest {

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAnswered(DemoHome demo) throws IOException {
        Terminal.Answer answer = predict(demo, "symbol,asOf\nSYNTH,2025-12-31\nSYNTH,\n");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).endsWith("predictions.csv: 2 predicted, 0 failed\n");
        assertThat(Files.readAllLines(folder.resolve("predictions.csv"))).hasSize(7);
    }

    @Test
    void aRowAtFaultIsToldAndLosesNoOther(DemoHome demo) throws IOException {
        Terminal.Answer answer = predict(demo, "symbol,asOf\nSTX,\nSYNTH,\n", "--json");

        assertThat(answer.status()).isEqualTo(1);
        JsonNode summary = Json.readTree(answer.out().getBytes(UTF_8));
        assertThat(summary.path("predicted").intValue()).isEqualTo(1);
        assertThat(summary.path("errors").path(0).path("error").stringValue())
                .isEqualTo("line 2: no forecast for STX; run the pipeline for it first");
        assertThat(Files.readAllLines(folder.resolve("predictions.csv"))).hasSize(5);
    }

    @Test
    void rowsAroundAnOpenQuotationMarkAreAnswered(DemoHome demo) throws IOException {
        Terminal.Answer answer = predict(demo, "symbol,asOf\nSYNTH,2025-12-31\nSYNTH,\"2025-12-31\nSYNTH,\n");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).endsWith("predictions.csv: 2 predicted, 1 failed\n");
        assertThat(answer.err()).contains("SYNTH: line 3: a quotation mark is opened and not closed in this line");
    }

    /** The export of cleaned bars, with a column for the symbol, in another order and another way to write numbers. */
    @Test
    void ownBarsAreReadAsARunReadsThem(DemoHome demo) throws IOException {
        Path export = folder.resolve("export.csv");
        assertThat(demo.terminal()
                        .type("data", "SYNTH", "--output", export.toString())
                        .status())
                .isZero();
        List<String> lines = Files.readAllLines(export);
        String rows = lines.subList(1, lines.size()).reversed().stream()
                .map(line -> "SYNTH;" + line.replace(',', ';').replace('.', ','))
                .collect(Collectors.joining("\n"));

        Terminal.Answer answer = predict(demo, "Ticker;" + lines.getFirst().replace(',', ';') + "\n" + rows + "\n");

        assertThat(answer.status()).as(answer.err()).isZero();
        List<String> own = Files.readAllLines(folder.resolve("predictions.csv"));
        predict(demo, "symbol,asOf\nSYNTH,\n");
        assertThat(own).isEqualTo(Files.readAllLines(folder.resolve("predictions.csv")));
    }

    /** The column was read, and then forgotten. */
    @Test
    void ownBarsInEurosAreRefused(DemoHome demo) throws IOException {
        Path export = folder.resolve("export.csv");
        demo.terminal().type("data", "SYNTH", "--output", export.toString());
        List<String> lines = Files.readAllLines(export);
        String euros = lines.subList(1, lines.size()).stream()
                .map(line -> "SYNTH,EUR," + line)
                .collect(Collectors.joining("\n"));

        Terminal.Answer answer = predict(demo, "Symbol,Currency," + lines.getFirst() + "\n" + euros + "\n");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("prices are in EUR", "give the bars of the listing in dollars");
        assertThat(predict(demo, "Symbol,Currency," + lines.getFirst() + "\n" + euros.replace("EUR", "USD") + "\n")
                        .status())
                .isZero();
    }

    @Test
    void aFileThatIsNoTableIsBadInputAndLeavesNothing(DemoHome demo) throws IOException {
        Terminal.Answer answer = predict(demo, "a,b\n1,2\n");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("rows.csv: the input's columns are a, b; want symbol and asOf");
        assertThat(folder.resolve("predictions.csv")).doesNotExist();
    }

    @Test
    void anAbsentFileIsBadInput(DemoHome demo) {
        Terminal.Answer answer = demo.terminal().type("predict", "--input", "nowhere.csv");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("no such file: nowhere.csv");
    }

    private Terminal.Answer predict(DemoHome demo, String rows, String... more) throws IOException {
        Path input = Files.writeString(folder.resolve("rows.csv"), rows);
        String[] words = new String[5 + more.length];
        words[0] = "predict";
        words[1] = "--input";
        words[2] = input.toString();
        words[3] = "--output";
        words[4] = folder.resolve("predictions.csv").toString();
        System.arraycopy(more, 0, words, 5, more.length);
        return demo.terminal().type(words);
    }
}
