package candor.serving.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.synthetic.SyntheticStock;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageResult;
import candor.serving.api.StoredBars;
import candor.store.failure.InputRefused;
import candor.store.failure.RequestRefused;
import candor.store.fixture.MemoryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPredictionsTest {

    private static final LocalDate THURSDAY = LocalDate.of(2018, 3, 1);
    private static final MemoryStore DONE = new MemoryStore();
    private static String stored = "";

    private final MemoryStore store = DONE.copy();

    @BeforeAll
    static void run() {
        Map<StageName, StageResult> results = new Pipeline(DONE, new SyntheticBars(THURSDAY)).run("first", null);
        StageResult forecast = results.get(StageName.FORECAST);
        if (forecast == null) {
            throw new AssertionError("no forecast");
        }
        String key = forecast.checkpoint().key();
        stored = new String(DONE.bytes(key.substring(0, key.lastIndexOf('/')) + "/predictions.csv"), UTF_8);
    }

    @Test
    void aStoredForecastIsTheStagesOwnRowsAndABadRowLosesNoOther() {
        List<String> lines = lines("symbol,asOf\nSYNTH,2018-03-01\nSTX,2018-03-01\nsynth,\nSYNTH,1/3/2018\nSYNTH,\n");

        List<String> own = stored.lines().map(line -> line + ",").toList();
        assertThat(lines.getFirst()).isEqualTo(stored.lines().findFirst().orElseThrow() + ",error");
        assertThat(lines.subList(1, 4)).isEqualTo(own.subList(1, 4));
        assertThat(lines.get(4))
                .startsWith("STX,2018-03-01,,,,")
                .endsWith(",line 3: no forecast for STX as of 2018-03-01; run the pipeline for it first");
        assertThat(lines.get(5)).startsWith("synth,,").contains("line 4: bad symbol: 'synth'");
        assertThat(lines.get(6)).contains("line 5: bad date: '1/3/2018'; write it as 2026-04-24");
        assertThat(lines.subList(7, 10)).isEqualTo(own.subList(1, 4));
    }

    @Test
    void theStoredBarsGiveTheStoredRows() {
        List<String> lines = lines(bars("SYNTH"));

        assertThat(lines.subList(1, 4))
                .isEqualTo(stored.lines().skip(1).map(line -> line + ",").toList());
    }

    @Test
    void aBadBarLosesItsSymbolAlone() {
        String good = bars("SYNTH");
        String bad =
                good.lines().skip(1).map(line -> line.replace("SYNTH", "STX")).collect(Collectors.joining("\n"));

        List<String> lines = lines(good + bad + "\nABC,2018-03-01,1,x,1,1,1,1\n");

        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("SYNTH,2018-03-01,1,");
        assertThat(lines.get(4)).startsWith("STX,2018-03-01,,").contains("no model for STX");
        assertThat(lines.get(5)).startsWith("ABC,,,").contains("no bar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'symbol,asOf\n' | a header and no rows",
                "'ticker,day\nSTX,1\n' | the input's columns are ticker, day; want symbol and asOf",
                "'symbol,date\nSTX,2018-03-01\n' | a column date and no bars; name the column asOf",
                "'symbol,symbol\nSTX,STX\n' | the column symbol twice",
            })
    void whatIsNoTableIsRefused(String text, String message) {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> predictions().of(text.getBytes(UTF_8)))
                .withMessageContaining(message);
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSpoilsItsOwnRowAlone() {
        List<String> lines = lines("symbol,asOf\nSYNTH,\nSYNTH,\"2018-03-01\n\"SYNTH\",\"2018-03-01\"\nSYNTH,\"\n");

        assertThat(lines).hasSize(1 + 3 + 1 + 3 + 1);
        assertThat(lines.get(4))
                .startsWith("SYNTH,2018-03-01,,")
                .endsWith(",\"line 3: a quotation mark is opened and not closed in this line; close it, or use none\"");
        assertThat(lines.get(5)).startsWith("SYNTH,2018-03-01,1,");
        assertThat(lines.get(8)).contains("line 5: a quotation mark");
    }

    @Test
    void aRaggedRowIsAnErrorOfItsOwn() {
        List<String> lines = lines("symbol,asOf\nSYNTH\nSYNTH,\nSYNTH,2018-03-01,x\n");

        assertThat(lines.get(1)).contains("line 2: 1 cell where the header has 2");
        assertThat(lines.get(2)).startsWith("SYNTH,2018-03-01,1,");
        assertThat(lines.get(5)).contains("line 4: 3 cells where the header has 2");
    }

    @Test
    void whatASpreadsheetWouldCalculateComesBackAsText() {
        List<String> lines = lines("symbol,asOf\n=1+1,\n+1,\n-2+3,\n@SUM(1+1),\n\"\tTAB\",\nSYNTH,=1+1\n");

        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1))))
                .containsExactly("'=1+1,", "'+1,", "'-2+3,", "'@SUM(1+1),", "TAB,", "SYNTH,'=1+1");
        assertThat(lines("symbol,asOf\nSYNTH,\n").get(1))
                .as("numbers stay numbers")
                .isEqualTo(stored.lines().toList().get(1) + ",");
    }

    /** A blank that is not ASCII, or a character without width, hid the sign from us and not from a spreadsheet. */
    @Test
    void aSignBehindWhatIsNotSeenComesBackAsTextToo() {
        List<String> lines = lines("symbol,asOf\n\u00a0=1+1,\n\u200b=1+1,\n\ufeff+1,\nx;=1+1,\n\"'\"\"=1+1\",\nA-B,\n");

        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(",,"))))
                .containsExactly("'\u00a0=1+1", "'\u200b=1+1", "'\ufeff+1", "x;'=1+1", "\"''\"\"=1+1\"", "A-B");
    }

    /** An empty cell was called NaN, with a range for numbers. */
    @Test
    void aBarWithoutACloseIsLeftOutAsTheMessageSays() {
        List<String> rows = bars("SYNTH").lines().toList();
        int open = rows.size() - 100;
        String[] cells = rows.get(open).split(",", -1);
        String day = cells[1];
        cells[5] = "NaN";
        String text = rows.stream()
                .map(row -> row.equals(rows.get(open)) ? String.join(",", cells) : row)
                .collect(Collectors.joining("\n"));

        assertThat(lines(text).get(1)).contains("close of " + day + " is missing; give it, or leave the bar out");
        assertThat(lines(rows.stream()
                                .filter(row -> !row.equals(rows.get(open)))
                                .collect(Collectors.joining("\n")))
                        .get(1))
                .startsWith("SYNTH,2018-03-01,1,");
    }

    @Test
    void barsMayHaveTheNewestFirst() {
        List<String> rows = bars("SYNTH").lines().toList();

        List<String> lines = lines(rows.getFirst() + "\n"
                + String.join("\n", rows.subList(1, rows.size()).reversed()));

        assertThat(lines.subList(1, 4))
                .isEqualTo(stored.lines().skip(1).map(line -> line + ",").toList());
    }

    @Test
    void aFeedThatDiedIsAnErrorOfItsSymbol() {
        List<String> rows = bars("SYNTH").lines().toList();
        int alive = rows.size() - 8;
        String[] last = rows.get(alive).split(",", -1);
        String text = IntStream.range(0, rows.size())
                .mapToObj(i -> i <= alive ? rows.get(i) : frozen(rows.get(i).split(",", -1), last))
                .collect(Collectors.joining("\n"));

        assertThat(lines(text)).hasSize(2);
        assertThat(lines(text).get(1)).startsWith("SYNTH,").contains("7 rows from ", "the feed has died");
    }

    @Test
    void aSplitThatNoRowNamesIsAnErrorOfItsSymbol() {
        List<String> rows = bars("SYNTH").lines().toList();
        int split = rows.size() - 60;
        String text = IntStream.range(0, rows.size())
                .mapToObj(i -> i == 0 || i >= split
                        ? rows.get(i)
                        : fourfold(rows.get(i).split(",", -1)))
                .collect(Collectors.joining("\n"));

        assertThat(lines(text)).hasSize(2);
        assertThat(lines(text).get(1)).startsWith("SYNTH,").contains("a split of 4:1 that no row names");
    }

    /** Columns: symbol, date, open, high, low, close, adjusted close, volume. */
    private static String frozen(String[] row, String[] last) {
        String close = last[5];
        return String.join(",", row[0], row[1], close, close, close, close, last[6], "0");
    }

    private static String fourfold(String[] row) {
        for (int k = 2; k <= 6; k++) {
            row[k] = Double.toString(4 * Double.parseDouble(row[k]));
        }
        return String.join(",", row);
    }

    @Test
    void aDroppedFileIsAnsweredInTheOutbox() {
        store.putIfAbsent("inbox/batch/mine.csv", "symbol,asOf\nSYNTH,\n".getBytes(UTF_8), "text/csv");
        BatchInbox inbox = new BatchInbox(store, predictions());

        assertThat(inbox.answer("inbox/batch/mine.csv"))
                .isEqualTo(new BatchInbox.Answered("inbox/batch/mine.csv", "outbox/mine.predictions.csv", 1, 0))
                .isEqualTo(inbox.answer("inbox/batch/mine.csv"));
        assertThat(new String(store.bytes("outbox/mine.predictions.csv"), UTF_8).lines())
                .hasSize(4);
    }

    @Test
    void aDroppedFileThatIsNoTableIsAnsweredWithTheReason() {
        store.putIfAbsent("inbox/batch/mine.csv", "what,ever\n1,2\n".getBytes(UTF_8), "text/csv");

        new BatchInbox(store, predictions()).answer("inbox/batch/mine.csv");

        assertThat(new String(store.bytes("outbox/mine.predictions.csv"), UTF_8))
                .contains("the input's columns are what, ever");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox/STX.csv", "inbox/batch/a/b.csv", "inbox/batch/a.txt", "inbox/batch/absent.csv"})
    void whatIsNoBatchIsRefused(String key) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> new BatchInbox(store, predictions()).answer(key));
    }

    private List<String> lines(String text) {
        return new String(predictions().of(text.getBytes(UTF_8)).toCsv(), UTF_8)
                .lines()
                .toList();
    }

    private BatchPredictions predictions() {
        return new BatchPredictions(
                new PlainBarFiles(), store, new NyseCalendar(), Clock.fixed(Pipeline.NOW, ZoneOffset.UTC));
    }

    private String bars(String symbol) {
        StringBuilder text = new StringBuilder(PlainBarFiles.HEADING).append('\n');
        for (Map<String, Object> bar : StoredBars.of(store, SyntheticStock.SYMBOL)) {
            text.append(symbol)
                    .append(',')
                    .append(bar.values().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }
}
