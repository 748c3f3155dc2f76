package candor.pipeline.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.synthetic.SyntheticStock;
import candor.pipeline.api.StoredBars;
import candor.pipeline.failure.InputRefused;
import candor.pipeline.failure.RequestRefused;
import candor.pipeline.fixture.MemoryStore;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageResult;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    @ParameterizedTest
    @ValueSource(strings = {",", ";"})
    void theStoredBarsGiveTheStoredRows(String separator) {
        List<String> lines = lines(bars("SYNTH", separator));

        assertThat(lines.subList(1, 4))
                .isEqualTo(stored.lines().skip(1).map(line -> line + ",").toList());
    }

    @Test
    void aBadBarLosesItsSymbolAlone() {
        String good = bars("SYNTH", ",");
        String bad =
                good.lines().skip(1).map(line -> line.replace("SYNTH", "STX")).collect(Collectors.joining("\n"));

        List<String> lines = lines(good + bad + "\nABC,2018-03-01,1,x,1,1,1,1\n");

        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("SYNTH,2018-03-01,1,");
        assertThat(lines.get(4)).startsWith("STX,2018-03-01,,").contains("no model for STX");
        assertThat(lines.get(5)).startsWith("ABC,2018-03-01,,").contains("high of 2018-03-01 is 'x'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the input is empty",
                "'symbol,asOf\n' | a header and no rows",
                "'ticker,day\nSTX,1\n' | the input's columns are ticker, day; want symbol and asOf",
                "'symbol,date,close\nSTX,2018-03-01,1\n' | want symbol and asOf, or symbol, date, open",
                "'symbol,symbol\nSTX,STX\n' | the column symbol twice",
            })
    void whatIsNoTableIsRefused(String text, String message) {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> predictions().of(text.getBytes(UTF_8)))
                .withMessageContaining(message);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> predictions().of(new byte[] {(byte) 0xff, 0}))
                .withMessageContaining("no UTF-8");
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
        return new BatchPredictions(store, new NyseCalendar(), Clock.fixed(Pipeline.NOW, ZoneOffset.UTC));
    }

    private String bars(String symbol, String separator) {
        List<Map<String, Object>> bars = StoredBars.of(store, SyntheticStock.SYMBOL);
        StringBuilder text = new StringBuilder();
        text.append(String.join(separator, "Symbol", "Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"))
                .append('\n');
        for (Map<String, Object> bar : bars) {
            text.append(symbol)
                    .append(separator)
                    .append(bar.values().stream().map(String::valueOf).collect(Collectors.joining(separator)))
                    .append('\n');
        }
        return text.toString();
    }
}
