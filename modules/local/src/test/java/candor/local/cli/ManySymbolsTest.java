// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions;
import candor.store.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code candor run} of several symbols, and {@code candor universe}. */
class ManySymbolsTest {

    private static final int SESSIONS = 1100;
    private static final Pattern COMMAND = Pattern.compile("\\./candor (run [^\\n]*|redrive [^\\n]*)");

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    /** Sample bars without the last days. */
    private void bars(String file, int dropped) throws IOException {
        List<String> lines = SampleBars.lines(SESSIONS);
        Path place = folder.resolve(file);
        Files.createDirectories(place.getParent());
        SampleBars.write(place, lines.subList(0, lines.size() - dropped));
    }

    private static List<String> commands(String text) {
        return COMMAND.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private JsonNode summary(String list) throws IOException {
        return Json.readTree(
                Files.readAllBytes(folder.resolve("home/store/universe/results/2026-04-24/" + list + "/summary.json")));
    }

    @Test
    void aFolderIsRunToItsEndAndEachSymbolIsAsItsSingleRun() throws IOException {
        bars("prices/AAA.csv", 0);
        bars("prices/BBB.csv", 2);
        Files.writeString(folder.resolve("prices/BAD.csv"), "Date,Open\n2024-01-02,1\n");
        SampleBars.write(folder.resolve("prices/FEW.csv"), SampleBars.lines(30));

        Terminal.Answer answer =
                terminal.type("run", "--dir", "prices", "--jobs", "2", "--out", "out", "--sort", "symbol");

        assertThat(answer.status()).as(answer.err()).isEqualTo(Failures.FAILED);
        assertThat(answer.err())
                .contains(
                        "The list prices: 4 symbols, 2 at once",
                        "/4  AAA",
                        "/4  BBB",
                        "failed: BAD.csv: line 1: no column")
                .contains("candor: 2 of 4 symbols are done, 2 failed", "./candor run --retry prices")
                .doesNotContain("\tat ", "Execution ");
        assertThat(answer.out())
                .containsSubsequence("symbol", "AAA       2025-12-31", "BBB       2025-12-29")
                .contains("2 of 4 symbols are done, 2 failed.");
        assertThat(terminal.type("executions").out())
                .contains("20260425T080000Z-AAA", "20260425T080000Z-BBB", "20260425T080000Z-FEW");

        // The artefacts, and the files, are those of single runs, byte by byte.
        for (String symbol : List.of("AAA", "BBB")) {
            Terminal.Answer single = terminal.type(
                    "run", symbol, "--csv", "prices/" + symbol + ".csv", "--home", "single", "--out", "one/" + symbol);
            assertThat(single.status()).as(single.err()).isZero();
            assertThat(Artefacts.of(folder.resolve("out").resolve(symbol)))
                    .isEqualTo(Artefacts.of(folder.resolve("one").resolve(symbol)));
        }
        SortedMap<String, String> work = Artefacts.ofWork(folder.resolve("home"));
        work.keySet().removeIf(key -> key.contains("/FEW/"));
        assertThat(work).isEqualTo(Artefacts.ofWork(folder.resolve("single")));

        // What failed is corrected; its own command works, and so does the retry of all.
        bars("prices/BAD.csv", 1);
        bars("prices/FEW.csv", 3);
        String own = commands(answer.err()).getFirst();
        assertThat(own).isEqualTo("run BAD --csv prices/BAD.csv");
        assertThat(terminal.type(own.split(" ")).status()).isZero();
        Terminal.Answer retried = terminal.type("run", "--retry");
        assertThat(retried.status()).as(retried.err()).isZero();
        assertThat(retried.err()).contains("The list prices: 2 symbols", "/2  BAD", "/2  FEW");
        assertThat(retried.out()).contains("4 of 4 symbols are done.", "AAA ", "FEW ");
        assertThat(summary("prices").at("/counts/done").intValue()).isEqualTo(4);
        assertThat(terminal.type("run", "--retry", "prices").out())
                .isEqualTo("Nothing of the list prices has to be run again.\n");
    }

    @Test
    void aListInAFileIsKeptAndShown() throws IOException {
        bars("home/store/inbox/AAA.csv", 0);
        bars("home/store/inbox/BBB.csv", 1);
        Files.writeString(folder.resolve("us.csv"), "symbol,source,asOf\nBBB,inbox,\nAAA,,2025-12-30\n");

        Terminal.Answer answer = terminal.type("run", "--symbols", "us.csv", "--json");

        assertThat(answer.status()).as(answer.err()).isZero();
        JsonNode summary = Json.readTree(answer.out().getBytes(UTF_8));
        assertThat(summary.at("/counts/expected").intValue()).isEqualTo(2);
        assertThat(summary.at("/symbols/0/symbol").stringValue()).isEqualTo("BBB");
        assertThat(summary.at("/symbols/1/forecast/asOf").stringValue()).isEqualTo("2025-12-30");
        assertThat(summary).isEqualTo(summary("us"));
        assertThat(folder.resolve("home/store/universe/lists/us.json")).exists();

        assertThat(terminal.type("universe").out()).containsPattern("us +2 +2026-04-24 +2 +0 +0 +0 +2\n");
        Terminal.Answer shown = terminal.type("universe", "us", "--sort", "volatility");
        assertThat(shown.out())
                .contains("us: 2 symbols", "Results for 2026-04-24: 2 of 2 symbols are done.")
                .contains("2 of 2 symbols are late: they have no forecast of the last session, 2026-04-24.")
                .contains("  last forecast of 2025-12-30: BBB, AAA");
        assertThat(terminal.at(Instant.parse("2025-12-31T12:00:00Z"))
                        .type("universe", "us")
                        .out())
                .contains("None is late: all have a forecast of the last session, 2025-12-30.");

        Path stored = folder.resolve("home/store/universe/results/2026-04-24/us/summary.json");
        String whole = Files.readString(stored);
        Files.writeString(stored, whole.replace("\"failed\": 0", "\"failed\": 1"));
        Terminal.Answer verified = terminal.type("verify");
        assertThat(verified.status()).isEqualTo(Failures.FAILED);
        assertThat(verified.out())
                .contains("universe/results/2026-04-24/us/summary.json", "run the list again with ./candor run");
        assertThat(terminal.at(Instant.parse("2026-04-25T12:00:00Z"))
                        .type("run", "--symbols", "us.csv")
                        .status())
                .isZero();
        assertThat(terminal.type("verify").status()).isZero();

        Files.writeString(folder.resolve("home/store/universe/lists/us.json"), "[{\"symbol\": \"CCC\"}]");
        assertThat(terminal.type("universe", "us").out())
                .contains("us: 1 symbol\n", "The list has changed since then.", "without a forecast: CCC");
    }

    /** Providers that do not answer fail each symbol; nothing is lost, and a redrive goes on. */
    @Test
    void symbolsThatAreTypedFailEachWithItsOwnCommand() throws IOException {
        Terminal.Answer answer = terminal.type("run", "AAA", "BBB");

        assertThat(answer.status()).isEqualTo(Failures.FAILED);
        assertThat(answer.out()).contains("0 of 2 symbols are done, 2 failed.").doesNotContain("90 %");
        assertThat(commands(answer.err()))
                .containsExactly("redrive 20260425T080000Z-AAA", "redrive 20260425T080000Z-BBB", "run --retry typed");
        Path inbox = Files.createDirectories(folder.resolve("home/store/inbox"));
        SampleBars.write(inbox.resolve("AAA.csv"), SampleBars.lines(SESSIONS));
        assertThat(terminal.type("redrive", "20260425T080000Z-AAA").status()).isZero();
        assertThat(terminal.type("run", "--retry", "typed").err()).contains("1/2", "2/2");
        assertThat(summary("typed").at("/counts/done").intValue()).isEqualTo(1);
    }

    @Test
    void aSymbolThatWaitsForAPersonIsNotRunAgain() {
        Champions champions = new Champions(terminal.home().openStore(Instant.EPOCH));
        champions.appoint(Symbol.of("SYNTH"), ApprovalRunTest.ewma());

        Terminal.Answer answer = terminal.type(
                "run", "SYNTH", "--jobs", "1", "--source", "synthetic", "--as-of", "2020-12-31", "--require-approval");

        assertThat(answer.status()).as(answer.err()).isEqualTo(Failures.FAILED);
        assertThat(answer.err())
                .contains(
                        "0 of 1 symbol is done, 1 waits for a person",
                        "SYNTH: zero + harPOwn proposed at 1 session",
                        "./candor approve 20260425T080000Z-SYNTH")
                .doesNotContain("--retry");
        assertThat(terminal.type("run", "--retry").out()).startsWith("Nothing of the list typed has to be run again.");
        assertThat(terminal.type("approve", "20260425T080000Z-SYNTH", "--by", "ann")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run                                  | no SYMBOL to run; name one",
                "run AAA --symbols us.csv             | AAA and --symbols us.csv each say what to run",
                "run --symbols us.csv --dir prices    | --symbols us.csv and --dir prices each say what to run",
                "run --retry us --dir prices          | --dir prices and --retry us each say what to run",
                "run AAA BBB --csv a.csv              | put a file for each into a folder, and give --dir FOLDER",
                "run AAA BBB --real 2024-01-02        | rule first, with ./candor run SYMBOL --real",
                "run AAA BBB --stack candor           | put the list into the stack's bucket",
                "run AAA AAA                          | AAA is there twice, in places 1 and 2",
                "run AAA bbb                          | bad symbol: 'bbb'",
                "run AAA BBB --jobs 0                 | --jobs 0 runs nothing; give at least 1",
                "run AAA BBB --sort close             | give symbol, range, volatility or coverage",
                "run AAA BBB --columns close=5        | --columns describes files; give --dir FOLDER",
                "run AAA BBB --refresh --from train   | give one of them",
                "run --dir prices --source yahoo      | both say where the bars are",
                "run --dir nowhere                    | no such folder: nowhere",
                "run --dir empty                      | no file *.csv in empty",
                "run --dir prices                     | prices/aaa.csv: 'aaa' is no symbol; name the file after its symbol",
                "run --symbols none.csv               | cannot read none.csv (NoSuchFileException)",
                "run --symbols us.csv                 | us.csv: line 2: bad symbol: 'st x'",
                "run --retry                          | no list was run yet",
                "universe us                          | no list 'us' in",
                "universe --sort close                | give symbol, range, volatility or coverage",
            })
    void whatCannotBeRunIsRejectedBeforeAnythingStarts(String words, String message) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(Files.createDirectories(folder.resolve("prices")).resolve("aaa.csv"), "Date\n");
        Files.writeString(folder.resolve("us.csv"), "symbol\nst x\n");

        Terminal.Answer answer = terminal.type(words.split(" +", -1));

        assertThat(answer.status()).as(answer.err()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains(message).doesNotContain("\tat ", "null");
        assertThat(answer.out()).isEmpty();
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
