package candor.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.walkforward.Progress;
import candor.function.predict.PredictHandler;
import candor.marketdata.BarSources;
import candor.marketdata.Providers;
import candor.marketdata.SourceSettings;
import candor.marketdata.csv.CsvBarFiles;
import candor.marketdata.vintage.LiveBars;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.PlainRenderer;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ReportLinks;
import candor.pipeline.stage.CleanStage;
import candor.pipeline.stage.EvaluateStage;
import candor.pipeline.stage.ExploreStage;
import candor.pipeline.stage.FeaturesStage;
import candor.pipeline.stage.ForecastStage;
import candor.pipeline.stage.IngestStage;
import candor.pipeline.stage.MonitorStage;
import candor.pipeline.stage.PromoteStage;
import candor.pipeline.stage.ReportStage;
import candor.pipeline.stage.Stage;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.StageResult;
import candor.pipeline.stage.TrainStage;
import candor.pipeline.stage.Workshop;
import candor.serving.api.ApiRequest;
import candor.serving.api.ForecastApi;
import candor.serving.api.StoredBars;
import candor.serving.batch.BatchInbox;
import candor.serving.batch.BatchPredictions;
import candor.store.checkpoint.CheckpointRef;
import candor.store.fixture.KeptMetrics;
import candor.store.fixture.MemoryLedger;
import candor.store.fixture.MemoryStore;
import candor.store.port.ApiHealth;
import candor.store.port.BarProvider;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Download;
import candor.store.port.Instrument;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.port.RawBar;
import candor.store.run.Approval;
import candor.store.run.ExecutionOutcome;
import candor.store.run.FailureRecorder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every function on one store and ledger, each with a recorder of its own between: a first run, the next day's, one of a file
 * in the inbox that a person answers, and then all that is asked of the API, a file of rows, and a failure.
 */
final class EveryFunctionAtWork {

    private static final LocalDate THURSDAY = LocalDate.of(2018, 3, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2018, 3, 2);
    private static final TradingCalendar CALENDAR = new NyseCalendar();
    private static final Clock CLOCK = Clock.fixed(Pipeline.NOW, ZoneOffset.UTC);

    private final MemoryStore memory = new MemoryStore();
    private final MemoryLedger entries = new MemoryLedger();
    private final Uses uses;

    EveryFunctionAtWork(Uses uses) {
        this.uses = uses;
    }

    void run() {
        chain("first", THURSDAY);
        Map<StageName, StageResult> results = chain("next", FRIDAY);
        promoteWithConsent(results);
        memory.putIfAbsent("inbox/SYNTH.csv", csv(FRIDAY).getBytes(UTF_8), "text/csv");
        stage(StageName.INGEST, fromInbox()).run(request("inbox", FRIDAY, Map.of()));
        api();
        batch();
        failure();
    }

    private ObjectStore store(String function) {
        return new RecordingStore(function, uses, memory);
    }

    private Ledger ledger(String function) {
        return RecordingLedger.of(function, uses, entries);
    }

    private Map<StageName, StageResult> chain(String execution, LocalDate day) {
        Map<StageName, StageResult> results = new EnumMap<>(StageName.class);
        for (StageName name : StageName.values()) {
            results.put(name, stage(name, live(day)).run(request(execution, day, results)));
        }
        return results;
    }

    private Stage stage(StageName name, BarSource source) {
        String function = name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT) + "Function";
        Workshop workshop = new Workshop(store(function), CLOCK, Pipeline.HOST, notice -> {});
        PlainRenderer renderer = new PlainRenderer();
        return switch (name) {
            case INGEST -> new IngestStage(workshop, source, CALENDAR);
            case CLEAN -> new CleanStage(workshop, CALENDAR, CleaningRules.standard());
            case FEATURES -> new FeaturesStage(workshop);
            case EXPLORE -> new ExploreStage(workshop, renderer);
            case TRAIN -> new TrainStage(workshop, CALENDAR);
            case EVALUATE -> new EvaluateStage(workshop, CALENDAR, Progress.NONE);
            case PROMOTE -> new PromoteStage(workshop, CALENDAR, () -> ledger(function), notice -> {});
            case FORECAST -> new ForecastStage(workshop, ledger(function), CALENDAR);
            case REPORT -> new ReportStage(workshop, renderer);
            case MONITOR ->
                new MonitorStage(workshop, ledger(function), CALENDAR, new KeptMetrics(), ApiHealth.UNKNOWN);
        };
    }

    private static StageRequest request(String execution, LocalDate day, Map<StageName, StageResult> before) {
        return request(execution, day, before, null);
    }

    private static StageRequest request(
            String execution, LocalDate day, Map<StageName, StageResult> before, @Nullable Approval approval) {
        SortedMap<String, CheckpointRef> references = new TreeMap<>();
        before.forEach((name, result) -> references.put(name.key(), result.checkpoint()));
        return new StageRequest(execution, SyntheticStock.SYMBOL, day, null, null, 0, List.of(), approval, references);
    }

    /** A person is asked, and agrees. */
    private void promoteWithConsent(Map<StageName, StageResult> results) {
        Stage promote = stage(StageName.PROMOTE, live(FRIDAY));
        Map<StageName, StageResult> proposed = new EnumMap<>(results);
        Approval asked = new Approval(Approval.Decision.REQUIRED, "token", null, null, null);
        proposed.put(StageName.PROMOTE, promote.run(request("next", FRIDAY, results, asked)));
        promote.run(request("next", FRIDAY, proposed, Approval.answer(true, "Ann", Pipeline.NOW, null)));
    }

    /** As a provider is asked over the network: what it answers is held. */
    private BarSource live(LocalDate to) {
        LiveBars bars = new LiveBars(store("IngestFunction"), CALENDAR, CLOCK, BarSource.SETTLING, notice -> {});
        return request -> bars.retrieve(request, List.of(new Provider(to)));
    }

    private BarSource fromInbox() {
        SourceSettings settings = SourceSettings.fromEnvironment(Map.of());
        Providers nobody = new Providers(settings, Optional.empty(), CLOCK, new Random(1), pause -> {});
        return BarSources.on(store("IngestFunction"), CALENDAR, CLOCK, settings, nobody, notice -> {});
    }

    /** Answers with the synthetic stock up to a day. */
    private record Provider(LocalDate to) implements BarProvider {

        @Override
        public String name() {
            return "yahoo";
        }

        @Override
        public Download download(Symbol symbol, LocalDate from, LocalDate through) {
            List<RawBar> bars = bars(to).stream()
                    .filter(bar ->
                            !bar.session().isBefore(from) && !bar.session().isAfter(through))
                    .toList();
            Instrument share = new Instrument("USD", "NMS", "America/New_York", "EQUITY", "Synthetic");
            return new Download("yahoo", share, bars, from, through, List.of());
        }
    }

    private static List<RawBar> bars(LocalDate to) {
        return new SyntheticBars(to)
                .retrieve(new BarRequest(SyntheticStock.SYMBOL, "synthetic", to, false))
                .bars();
    }

    private static String csv(LocalDate to) {
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        bars(to).forEach(bar -> csv.append(String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.2f,%.2f,%.0f%n",
                bar.session(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume())));
        return csv.toString().replace("\r", "");
    }

    private void api() {
        ObjectStore store = store("PredictFunction");
        // A link is signed with the function's own rights, and is worth what they are.
        ReportLinks links = (symbol, file) -> {
            store.find(file.key());
            return new ReportLinks.Link("/" + file.key(), null);
        };
        ForecastApi api = new ForecastApi(store, CALENDAR, CLOCK, links);
        String symbol = SyntheticStock.SYMBOL.value();
        for (String path : List.of(
                "/v1/forecasts/" + symbol,
                "/v1/forecasts/" + symbol + "/chart.svg",
                "/v1/reports/" + symbol,
                "/v1/symbols",
                "/v1/health")) {
            answered(api, path, Map.of());
        }
        answered(api, "/v1/forecasts/" + symbol, Map.of("asOf", THURSDAY.toString()));
        new PredictHandler(store, CALENDAR, CLOCK, links, notice -> {
                    throw new IllegalStateException(notice);
                })
                .beforeCheckpoint(org.crac.Core.getGlobalContext());
    }

    private static void answered(ForecastApi api, String path, Map<String, String> query) {
        int status = api.answer(new ApiRequest("GET", path, query, null)).status();
        if (status != 200) {
            throw new IllegalStateException(path + " is answered with " + status);
        }
    }

    private void batch() {
        String bars = StoredBars.of(memory, SyntheticStock.SYMBOL).stream()
                .map(bar ->
                        "SYNTH," + bar.values().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "symbol,date,open,high,low,close,adjClose,volume\n", "\n"));
        answeredBatch("inbox/batch/watchlist.csv", "symbol,asOf\nSYNTH,\nSYNTH,2018-03-01\n");
        answeredBatch("inbox/batch/bars.csv", bars);
    }

    private void answeredBatch(String question, String table) {
        memory.putIfAbsent(question, table.getBytes(UTF_8), "text/csv");
        ObjectStore store = store("BatchFunction");
        BatchInbox.Answered answer =
                new BatchInbox(store, new BatchPredictions(new CsvBarFiles(), store, CALENDAR, CLOCK)).answer(question);
        if (answer.failed() > 0) {
            throw new IllegalStateException(answer.message());
        }
    }

    private void failure() {
        String function = "RecordFailureFunction";
        new FailureRecorder(store(function), ledger(function), outcome -> Optional.empty(), "")
                .record(ExecutionOutcome.parse(
                        Tree.text("events/record-failure.json").getBytes(UTF_8)));
    }
}
