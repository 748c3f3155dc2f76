package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.walkforward.Progress;
import candor.function.batch.BatchHandler;
import candor.function.predict.PredictHandler;
import candor.local.ledger.SqliteLedger;
import candor.local.store.FolderObjectStore;
import candor.local.wiring.LocalFunctions;
import candor.marketdata.BarSources;
import candor.marketdata.Providers;
import candor.marketdata.SourceSettings;
import candor.marketdata.csv.CsvBarFiles;
import candor.pipeline.report.ReportLinks;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.Workshop;
import candor.serving.batch.BatchInbox;
import candor.serving.batch.BatchPredictions;
import candor.statemachine.HandlerInvoker;
import candor.statemachine.LocalFunction;
import candor.store.json.Json;
import candor.store.run.Host;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each file in events/ is read, by the handler that it is for, over what a demo left, and answered. */
@ExtendWith(DemoHome.Shared.class)
class EventFilesTest {

    private static final Path EVENTS =
            Path.of(System.getProperty("candor.root", "")).resolve("events");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-26T09:00:00Z"), ZoneOffset.UTC);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private FolderObjectStore store;
    private SqliteLedger ledger;
    private HandlerInvoker functions;

    @BeforeEach
    void open(DemoHome demo) {
        store = demo.terminal().home().openStore(CLOCK.instant());
        ledger = new SqliteLedger(demo.terminal().home().ledgerFile());
        Workshop workshop = new Workshop(store, CLOCK, new Host("25", "test", "test"), notice -> {});
        Map<String, RequestStreamHandler> handlers = new LocalFunctions(
                        workshop,
                        ledger,
                        (properties, measurements) -> {},
                        outcome -> Optional.of("Clean"),
                        BarSources.on(
                                store,
                                new NyseCalendar(),
                                CLOCK,
                                SourceSettings.fromEnvironment(Map.of()),
                                new Providers(
                                        SourceSettings.fromEnvironment(Map.of()),
                                        Optional.empty(),
                                        CLOCK,
                                        new Random(1),
                                        duration -> {}),
                                notice -> {}),
                        new NyseCalendar(),
                        Progress.NONE)
                .byName();
        handlers.put(
                "PredictFunction",
                new PredictHandler(
                        store,
                        new NyseCalendar(),
                        CLOCK,
                        (symbol, file) -> new ReportLinks.Link("/" + file.key(), null),
                        notice -> {}));
        handlers.put(
                "BatchFunction",
                new BatchHandler(new BatchInbox(
                        store, new BatchPredictions(new CsvBarFiles(), store, new NyseCalendar(), CLOCK))));
        Map<String, LocalFunction> byName = new TreeMap<>();
        handlers.forEach((name, handler) -> byName.put(name, new LocalFunction(name, handler, TIMEOUT, 512)));
        functions = new HandlerInvoker(byName, CLOCK, () -> "request-1", (function, line) -> {});
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private JsonNode answer(String function, String event) throws Exception {
        return Json.readTree(functions
                .invoke(function, Files.readString(EVENTS.resolve(event + ".json")), TIMEOUT)
                .getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void stageFindsItsWorkDone(StageName stage) throws Exception {
        String key = stage.key();
        JsonNode result = answer(key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + "Function", key);

        assertThat(result.path("stage").stringValue()).isEqualTo(key);
        assertThat(result.path("runId").stringValue()).isEqualTo("SYNTH_2025-12-31_demo");
        assertThat(result.path("asOf").stringValue()).isEqualTo("2025-12-31");
        assertThat(result.path("reused").booleanValue()).isTrue();
        assertThat(store.find(result.path("checkpoint").path("key").stringValue()))
                .isPresent();
    }

    @Test
    void predictAnswersWithTheForecast() throws Exception {
        JsonNode response = answer("PredictFunction", "predict");

        assertThat(response.path("statusCode").intValue()).isEqualTo(200);
        JsonNode forecast = Json.readTree(response.path("body").stringValue().getBytes(UTF_8));
        assertThat(forecast.findValue("symbol").stringValue()).isEqualTo("SYNTH");
        assertThat(forecast.findValue("asOf").stringValue()).isEqualTo("2025-12-31");
        assertThat(forecast.findValue("horizons").size()).isEqualTo(3);
    }

    @Test
    void batchAnswersBesideTheQuestion() throws Exception {
        store.putIfAbsent("inbox/batch/watchlist.csv", "symbol,asOf\nSYNTH,\nSTX,\n".getBytes(UTF_8), "text/csv");

        JsonNode answered = answer("BatchFunction", "batch");

        assertThat(answered.path("predicted").intValue()).isEqualTo(1);
        assertThat(answered.path("failed").intValue()).isEqualTo(1);
        String table = new String(
                store.find(answered.path("output").stringValue()).orElseThrow().bytes(), UTF_8);
        assertThat(table.lines().toList()).hasSize(5);
        assertThat(table.lines().toList().get(1)).startsWith("SYNTH,2025-12-31,1,2026-01-02,0,");
        assertThat(table.lines().toList().get(4)).startsWith("STX,,,").endsWith("run the pipeline for it first");
    }

    @Test
    void recordFailureRecords() throws Exception {
        JsonNode recorded = answer("RecordFailureFunction", "record-failure");

        assertThat(recorded.path("status").stringValue()).isEqualTo("FAILED");
        assertThat(recorded.path("message").stringValue()).contains("quarantined", "redrive");
        assertThat(ledger.findRun(recorded.path("runId").stringValue())).hasValueSatisfying(run -> {
            assertThat(run.symbol().value()).isEqualTo("SYNTH");
            assertThat(run.error()).isEqualTo("candor.store.failure.HaltedForManualCheck");
        });
    }

    @Test
    void everyFunctionHasAnEvent() throws IOException {
        try (var files = Files.list(EVENTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(StageName.values().length + 3);
        }
    }
}
