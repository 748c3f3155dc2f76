package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.table.FeatureTables;
import candor.pipeline.table.HistoryTables;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Fingerprint;
import candor.store.checkpoint.Product;
import candor.store.fixture.KeptMetrics;
import candor.store.fixture.MemoryLedger;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.ApiHealth;
import candor.store.port.ForecastEntry;
import candor.store.port.Metrics.Measurement;
import candor.store.port.ScoreEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Monitor and Features on inputs made by hand. */
final class ScoredForecastsTest {

    private static final Symbol STX = Symbol.of("STX");

    private final MemoryStore store = new MemoryStore();
    private final MemoryLedger ledger = new MemoryLedger();
    private final KeptMetrics metrics = new KeptMetrics();
    private final Workshop workshop =
            new Workshop(store, Clock.fixed(Pipeline.NOW, ZoneOffset.UTC), Pipeline.HOST, notice -> {});
    private final List<LocalDate> sessions =
            new NyseCalendar().sessions(LocalDate.of(2012, 1, 3), LocalDate.of(2015, 2, 27));
    private final LocalDate asOf = sessions.getLast();

    /** There are 260 forecasts, of which the last 250 count, in a first run and in its repetition. */
    @Test
    void windowIsTheSameWhetherScoresAreNewOrNoted() {
        recordForecasts();
        MonitorStage monitor = monitor();
        StageResult first = monitor.run(request());
        StageResult again = monitor.run(request());

        assertThat(first.summary()).startsWith("250 earlier forecasts scored; largest drift: moved PSI 8.");
        assertThat(again.reused()).isTrue();
        assertThat(again.checkpoint()).isEqualTo(first.checkpoint());
        assertThat(ledger.latestScores(STX, 1, 999)).hasSizeGreaterThanOrEqualTo(250);
        assertThat(metrics.emitted())
                .hasSize(2)
                .allSatisfy(emitted -> assertThat(emitted.values())
                        .extracting(Measurement::name)
                        .containsExactly(
                                "DataAgeSessions",
                                "ScoredForecastsH1",
                                "Coverage90H1",
                                "Coverage90Last60H1",
                                "RmseRatioH1",
                                "CoverageMargin",
                                "FeatureDriftPsi"));
        int age = new NyseCalendar()
                .sessions(asOf.plusDays(1), LocalDate.of(2021, 12, 23))
                .size();
        assertThat(metrics.emitted().getFirst().values()).contains(new Measurement("DataAgeSessions", age, "Count"));
    }

    /** The last 60 all missed, the 190 before them did not. */
    @Test
    void coverageOfTheLastSixtyStandsBesideThatOfAll() {
        recordForecasts();
        StageResult result = monitor().run(request());

        Scoring.HorizonRecord record = monitoring(result).horizons().getFirst();
        assertThat(record.forecasts()).isEqualTo(250);
        assertThat(record.coverage90()).isEqualTo(0.76);
        assertThat(record.forecastsLast60()).isEqualTo(60);
        assertThat(record.coverage90Last60()).isZero();
        assertThat(emitted())
                .contains(new Measurement("Coverage90H1", 76, "Percent"))
                .contains(new Measurement("Coverage90Last60H1", 0, "Percent"));
    }

    /** One bit of a quantile in the ledger was turned, and the score came out wrong without a word. */
    @Test
    void numbersOfTheLedgerReachNoScore() {
        recordForecasts();
        StageResult right = monitor().run(request());
        MemoryLedger wrong = new MemoryLedger();
        ledger.forecastsAwaitingOutcome(STX, asOf).forEach(wrong::recordForecast);
        wrong.recordForecast(forecast(sessions.get(300), sessions.get(301), 0.5, 0.6));

        for (MemoryLedger other : List.of(wrong, new MemoryLedger())) {
            StageResult result =
                    new MonitorStage(workshop, other, new NyseCalendar(), metrics, ApiHealth.UNKNOWN).run(request());
            assertThat(result.checkpoint()).isEqualTo(right.checkpoint());
        }
    }

    @Test
    void forecastWhoseDocumentIsDamagedIsLeftOutAndReported() {
        recordForecasts();
        String key = issue(forecast(sessions.get(270), sessions.get(271), -0.03, 0.03));
        String scoring = key.replace("checkpoint.json", "scoring.json");
        byte[] bytes = store.bytes(scoring);
        bytes[bytes.length / 2] ^= 1;
        store.damage(scoring, bytes);
        List<String> notices = new ArrayList<>();
        Workshop told = new Workshop(store, workshop.clock(), Pipeline.HOST, notices::add);

        StageResult result =
                new MonitorStage(told, ledger, new NyseCalendar(), metrics, ApiHealth.UNKNOWN).run(request());

        assertThat(notices).singleElement().asString().startsWith("not scored: " + scoring + " is damaged");
        assertThat(result.summary())
                .startsWith("250 earlier forecasts scored, 1 left out as what is stored of them is damaged; ");
    }

    @Test
    void driftIsToldForEachFeatureAndMeasuredForTheLargest() {
        Drift drift = monitoring(monitor().run(request())).drift();

        int before = sessions.size() - 250;
        assertThat(drift.reference())
                .isEqualTo(new Drift.Window(sessions.getFirst(), sessions.get(before - 1), before));
        assertThat(drift.current()).isEqualTo(new Drift.Window(sessions.get(before), asOf, 250));
        assertThat(drift.features()).extracting(Drift.FeatureDrift::name).containsExactly("still", "moved");
        assertThat(drift.features().getFirst().psi()).isLessThan(0.01);
        Drift.FeatureDrift moved = drift.features().getLast();
        assertThat(moved.ks()).isEqualTo(1);
        assertThat(emitted()).contains(new Measurement("FeatureDriftPsi", moved.psi(), "None"));
    }

    @Test
    void withoutScoresTheSummarySaysSoBesideTheDrift() {
        assertThat(monitor().run(request()).summary())
                .startsWith("no earlier forecast has a known outcome yet; largest drift: moved PSI 8.");
    }

    @Test
    void aReturnAcrossABreakIsNoOutcome() {
        LocalDate origin = sessions.get(100);
        List<Bar> bars = sessions.stream()
                .filter(session -> !session.isAfter(origin) || session.isAfter(sessions.get(106)))
                .map(session -> new Bar(session, 50, 51, 49, 50, 0))
                .toList();
        PriceHistory history =
                PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
        List<ForecastEntry> issued = List.of(
                forecast(sessions.get(99), origin, -0.03, 0.03),
                forecast(origin, sessions.get(107), -0.03, 0.03),
                forecast(sessions.get(107), sessions.get(108), -0.03, 0.03));

        assertThat(Scoring.of(issued, history))
                .extracting(ScoreEntry::origin)
                .containsExactly(sessions.get(99), sessions.get(107));
    }

    private void recordForecasts() {
        for (int i = 0; i < 260; i++) {
            double lower = i < 200 ? -0.03 : 0.2;
            issue(forecast(sessions.get(i), sessions.get(i + 1), lower, lower + 0.06));
        }
    }

    /** As Forecast does: its documents, and an entry of the ledger. */
    private String issue(ForecastEntry forecast) {
        ScoringDocument.Scorable scorable = new ScoringDocument.Scorable(
                forecast.horizon(),
                forecast.target(),
                forecast.mean(),
                forecast.sigma(),
                forecast.sigmaBaseline(),
                forecast.quantiles());
        Checkpoint draft = new Checkpoint(
                Checkpoint.FORMAT,
                Checkpoint.VERSION,
                "forecast",
                STX,
                forecast.origin(),
                Fingerprint.of("forecast", STX, forecast.origin(), "c0de", new TreeMap<>(), new TreeMap<>(), List.of()),
                List.of(),
                new TreeMap<>(),
                "c0de",
                new TreeMap<>(),
                List.of(),
                "made by hand");
        String key = new Checkpoints(store, notice -> {})
                .write(
                        draft,
                        List.of(Product.of(
                                "scoring.json", Json.write(new ScoringDocument(Schemas.SCORING, List.of(scorable))))))
                .ref()
                .key();
        ledger.recordForecast(new ForecastEntry(
                STX,
                forecast.origin(),
                forecast.horizon(),
                forecast.target(),
                key,
                forecast.mean(),
                forecast.sigma(),
                forecast.sigmaBaseline(),
                forecast.quantiles()));
        return key;
    }

    private MonitorStage monitor() {
        return new MonitorStage(workshop, ledger, new NyseCalendar(), metrics, ApiHealth.UNKNOWN);
    }

    private List<Measurement> emitted() {
        return metrics.emitted().getLast().values();
    }

    private Scoring.MonitoringDocument monitoring(StageResult result) {
        Checkpoints checkpoints = workshop.checkpoints();
        return Json.read(
                checkpoints.bytes(checkpoints.get(result.checkpoint()).getArtefact("monitoring.json")),
                Scoring.MonitoringDocument.class);
    }

    private byte[] features(List<Bar> bars, List<Double> levels) {
        double[] still =
                IntStream.range(0, bars.size()).mapToDouble(i -> i % 50).toArray();
        double[] moved = IntStream.range(0, bars.size()).mapToDouble(i -> i).toArray();
        PriceHistory history = PriceHistory.of(
                bars, levels.stream().mapToDouble(Double::doubleValue).toArray());
        return FeatureTables.write(history, new FeatureTable(List.of("still", "moved"), new double[][] {still, moved}));
    }

    private StageRequest request() {
        SortedMap<String, CheckpointRef> references = new TreeMap<>();
        List<Bar> bars = sessions.stream()
                .map(session -> new Bar(session, 50, 51, 49, 50 + session.getDayOfMonth() / 64.0, 0))
                .toList();
        List<Double> levels = bars.stream().map(Bar::close).toList();
        references.put(
                "clean",
                checkpoint(
                        "clean",
                        Product.of("clean.csv", HistoryTables.bars(bars)),
                        Product.of("adjusted.csv", HistoryTables.adjusted(bars, levels))));
        references.put("features", checkpoint("features", Product.of("features.csv", features(bars, levels))));
        HorizonScorecard card = Documents.METRICS.horizons().getFirst();
        MetricsDocument metrics = new MetricsDocument(
                Schemas.METRICS,
                STX,
                asOf,
                Documents.METRICS.bars(),
                null,
                List.of(card),
                List.of(),
                3,
                "No evidence.");
        references.put("evaluate", checkpoint("evaluate", Product.of("metrics.json", Json.write(metrics))));
        return new StageRequest("e", STX, asOf, null, null, 0, List.of(), null, references);
    }

    private CheckpointRef checkpoint(String stage, Product... products) {
        Checkpoint draft = new Checkpoint(
                Checkpoint.FORMAT,
                Checkpoint.VERSION,
                stage,
                STX,
                asOf,
                "by-hand",
                List.of(),
                new TreeMap<>(),
                "c0de",
                new TreeMap<>(),
                List.of(),
                "made by hand");
        return new Checkpoints(store, notice -> {})
                .write(draft, List.of(products))
                .ref();
    }

    private static ForecastEntry forecast(LocalDate origin, LocalDate target, double lower, double upper) {
        return new ForecastEntry(
                STX,
                origin,
                1,
                target,
                "work/forecast/STX/f/checkpoint.json",
                0,
                0.02,
                0.02,
                new TreeMap<>(Map.of(0.05, lower, 0.95, upper)));
    }
}
