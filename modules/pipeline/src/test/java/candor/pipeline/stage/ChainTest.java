package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.feature.FeatureDefinition;
import candor.forecasting.feature.Features;
import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.champion.Champions;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.RequestRefused;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.run.Latest;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All stages, one after the other, on the synthetic stock. */
final class ChainTest {

    /** Shortly after the intervals of the longest horizon are calibrated. */
    private static final LocalDate THURSDAY = LocalDate.of(2018, 3, 1);

    private static final LocalDate FRIDAY = LocalDate.of(2018, 3, 2);
    private static final LocalDate MUCH_LATER = LocalDate.of(2018, 6, 29);

    private static final MemoryStore DONE = new MemoryStore();
    private static final Pipeline FIRST = new Pipeline(DONE, new SyntheticBars(THURSDAY));
    private static final Map<StageName, StageResult> RESULTS = new EnumMap<>(StageName.class);

    private final MemoryStore store = DONE.copy();
    private final Pipeline pipeline = new Pipeline(store, new SyntheticBars(THURSDAY));
    private final Checkpoints checkpoints = new Checkpoints(store, notice -> {});
    private final Map<StageName, StageResult> results = new EnumMap<>(RESULTS);

    @BeforeAll
    static void run() {
        RESULTS.putAll(FIRST.run("first", null));
    }

    @Test
    void everyStageIsDoneAndRecorded() {
        assertThat(results).hasSize(StageName.values().length);
        assertThat(results.values())
                .allMatch(result -> !result.reused()
                        && result.asOf().equals(THURSDAY)
                        && result.runId().equals("SYNTH_2018-03-01_first"));
        RunRecord record = new RunRecords(store).find("SYNTH_2018-03-01_first").orElseThrow();
        assertThat(record.stages())
                .extracting(RunRecord.StageDone::stage)
                .containsExactly(
                        "ingest",
                        "clean",
                        "features",
                        "explore",
                        "train",
                        "evaluate",
                        "promote",
                        "forecast",
                        "report",
                        "monitor");
        results.forEach(
                (name, result) -> assertThat(record.findCheckpoint(name.key())).contains(result.checkpoint()));
        assertThat(FIRST.ledger()
                        .findRun("SYNTH_2018-03-01_first")
                        .orElseThrow()
                        .status())
                .isEqualTo("SUCCEEDED");
        assertThat(FIRST.notices()).isEmpty();
    }

    @Test
    void everyArtefactIsInTheTable() {
        for (StageName stage : StageName.values()) {
            List<String> table = Objects.requireNonNull(Artefacts.BY_STAGE.get(stage)).stream()
                    .map(ArtefactKey::name)
                    .toList();
            assertThat(checkpoint(stage).artefacts())
                    .extracting(Artefact::name)
                    .filteredOn(name -> stage != StageName.EXPLORE || !name.endsWith(".svg"))
                    .isSubsetOf(table);
        }
    }

    @Test
    void secondRunReusesEveryStage() {
        Map<StageName, StageResult> again = pipeline.run("second", THURSDAY);

        assertThat(again.values()).allMatch(StageResult::reused);
        assertThat(references(again)).isEqualTo(references(results));
        assertThat(new RunRecords(store)
                        .find("SYNTH_2018-03-01_second")
                        .orElseThrow()
                        .stages())
                .hasSize(10)
                .allMatch(RunRecord.StageDone::reused);
        assertThat(pipeline.ledger().forecastsAwaitingOutcome(SyntheticStock.SYMBOL, MUCH_LATER))
                .as("one entry for each horizon")
                .hasSize(3);
    }

    @Test
    void otherStoreHoldsTheSameBytes() {
        MemoryStore other = new MemoryStore();
        new Pipeline(other, new SyntheticBars(THURSDAY)).run("elsewhere", THURSDAY);

        List<String> keys = store.list("work/");
        assertThat(keys).hasSizeGreaterThan(30).isEqualTo(other.list("work/"));
        for (String key : keys) {
            assertThat(store.bytes(key)).as(key).isEqualTo(other.bytes(key));
        }
    }

    @Test
    void noArtefactTellsWhoWhenOrWhere() {
        for (String key : store.list("work/")) {
            assertThat(new String(store.bytes(key), UTF_8))
                    .as(key)
                    .doesNotContain(
                            "first", "second", "2021-12-24", "23:17:41", "java-of-test", "os-of-test", "arch-of-test")
                    .doesNotContain(System.getProperty("java.version"), System.getProperty("user.dir"));
        }
    }

    /** What came later, in the source or in the ledger, is not seen; only the retrieval itself tells of it. */
    @Test
    void laterRowsLeaveAnEarlierDayAsItWas() {
        MemoryStore other = new MemoryStore();
        Pipeline longer = new Pipeline(other, new SyntheticBars(MUCH_LATER));
        Map<StageName, StageResult> sameDay = longer.run("middle", THURSDAY);

        assertThat(references(sameDay)).isEqualTo(references(results));
        assertThat(digests(sameDay, new Checkpoints(other, notice -> {}))).isEqualTo(digests(results, checkpoints));
    }

    @Test
    void forecastIsTheBacktestsRowOfItsOrigin() {
        ForecastDocument forecast = Json.read(artefact(StageName.FORECAST, "forecast.json"), ForecastDocument.class);
        Map<Integer, BacktestRow> rows = new TreeMap<>();
        BacktestTable.read(artefact(StageName.EVALUATE, "backtest.csv")).stream()
                .filter(row -> row.origin().equals(THURSDAY))
                .forEach(row -> rows.put(row.horizon(), row));

        assertThat(forecast.horizons())
                .extracting(horizon -> horizon.sessions())
                .containsExactly(1, 5, 21);
        for (ForecastDocument.HorizonForecast horizon : forecast.horizons()) {
            BacktestRow row = rows.get(horizon.sessions());
            assertThat(row).isNotNull();
            assertThat(horizon.target()).isEqualTo(row.target());
            assertThat(horizon.volatility()).isEqualTo(row.sigma());
            assertThat(BacktestTable.quantileNames().stream()
                            .map(name -> horizon.quantiles().get(name)))
                    .as("quantiles at %s sessions", horizon.sessions())
                    .containsExactlyElementsOf(row.quantiles());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StageName.class,
            names = {"INGEST", "EVALUATE", "MONITOR"})
    void refreshMakesThatStageAndTheLaterOnesAgain(StageName from) {
        Map<StageName, StageResult> again = pipeline.run("again", THURSDAY, from, EnumSet.allOf(StageName.class));

        again.forEach(
                (name, result) -> assertThat(result.reused()).as(name.key()).isEqualTo(name.compareTo(from) < 0));
        assertThat(references(again)).isEqualTo(references(results));
        assertThat(pipeline.notices()).isEmpty();
    }

    @Test
    void nextDayScoresTheForecastOfTheDayBefore() {
        Pipeline friday = new Pipeline(store, new SyntheticBars(FRIDAY));
        FIRST.ledger()
                .forecastsAwaitingOutcome(SyntheticStock.SYMBOL, MUCH_LATER)
                .forEach(friday.ledger()::recordForecast);
        Map<StageName, StageResult> next = friday.run("next", null);

        Scoring.MonitoringDocument document = monitoring(next);
        assertThat(document.horizons())
                .extracting(Scoring.HorizonRecord::forecasts)
                .containsExactly(1, 0, 0);
        assertThat(document.horizons())
                .extracting(Scoring.HorizonRecord::forecastsLast60)
                .containsExactly(1, 0, 0);
        assertThat(document.drift().features())
                .extracting(Drift.FeatureDrift::name)
                .containsExactlyElementsOf(Features.DEFINITIONS.stream()
                        .map(FeatureDefinition::name)
                        .toList());
        assertThat(friday.ledger().latestScores(SyntheticStock.SYMBOL, 1, 9))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.origin()).isEqualTo(THURSDAY);
                    assertThat(score.target()).isEqualTo(FRIDAY);
                });
        assertThat(friday.run("repeated", FRIDAY).get(StageName.MONITOR))
                .satisfies(result -> assertThat(result.reused()).isTrue());
        assertThat(new Latest(store).find(SyntheticStock.SYMBOL).orElseThrow().asOf())
                .isEqualTo(FRIDAY);

        pipeline.run("back", THURSDAY);
        assertThat(new Latest(store).find(SyntheticStock.SYMBOL).orElseThrow().asOf())
                .as("never backwards")
                .isEqualTo(FRIDAY);
        assertThat(new Champions(store).terms(SyntheticStock.SYMBOL))
                .extracting(Champions.Term::asOf)
                .containsExactly(THURSDAY, FRIDAY);
    }

    @Test
    void reportIsMadeWithoutTheExploration() {
        Map<StageName, StageResult> some =
                pipeline.run("unexplored", THURSDAY, null, EnumSet.complementOf(EnumSet.of(StageName.EXPLORE)));

        assertThat(some.get(StageName.REPORT)).isNotNull().satisfies(result -> {
            assertThat(result.reused()).isFalse();
            Checkpoint report = checkpoints.get(result.checkpoint());
            assertThat(new String(checkpoints.bytes(report.getArtefact("report.html")), UTF_8))
                    .contains("The exploration failed in this run");
        });
    }

    @Test
    void damagedArtefactIsMadeAgainAndSaid() {
        Artefact clean = checkpoint(StageName.CLEAN).getArtefact("clean.csv");
        byte[] whole = store.bytes(clean.key());
        store.damage(clean.key(), "date\n".getBytes(UTF_8));

        Map<StageName, StageResult> again = pipeline.run("repaired", THURSDAY);
        again.forEach(
                (name, result) -> assertThat(result.reused()).as(name.key()).isEqualTo(name != StageName.CLEAN));
        assertThat(references(again)).isEqualTo(references(results));
        assertThat(store.bytes(clean.key())).isEqualTo(whole);
        assertThat(pipeline.notices()).hasSize(2).allMatch(notice -> notice.contains(clean.key()));
    }

    @Test
    void requestWithoutWhatAStageNeedsNamesIt() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> pipeline.stage(StageName.CLEAN).run(Pipeline.request("r", null, null, results)))
                .withMessageContaining("'asOf'")
                .withMessageContaining("2026-04-24");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> pipeline.stage(StageName.TRAIN)
                        .run(Pipeline.request("r", THURSDAY, null, without(StageName.FEATURES))))
                .withMessageContaining("'checkpoints.features'");
    }

    /** The state machine passes references by hand-written expressions: a wrong one must not give a wrong forecast. */
    @Test
    void referenceToOtherWorkIsRefused() {
        Map<StageName, StageResult> crossed = new EnumMap<>(results);
        crossed.put(StageName.CLEAN, result(StageName.INGEST));
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(
                        () -> pipeline.stage(StageName.FEATURES).run(Pipeline.request("r", THURSDAY, null, crossed)))
                .withMessageContaining("'checkpoints.clean' refers to ingest of SYNTH as of 2018-03-01");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> pipeline.stage(StageName.FEATURES).run(Pipeline.request("r", FRIDAY, null, results)))
                .withMessageContaining("not to clean of SYNTH as of 2018-03-02");
    }

    @Test
    void candidateThatCannotBeLeftOutIsRefusedByName() {
        StageRequest request = Pipeline.request("r", THURSDAY, null, results);
        StageRequest without = new StageRequest(
                "r", request.symbol(), THURSDAY, null, null, 3, List.of("ewma"), null, request.checkpoints());
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> pipeline.stage(StageName.TRAIN).run(without))
                .withMessageContaining("'without'")
                .withMessageContaining("ewma");
    }

    private Map<StageName, StageResult> without(StageName name) {
        Map<StageName, StageResult> rest = new EnumMap<>(results);
        rest.remove(name);
        return rest;
    }

    private StageResult result(StageName name) {
        StageResult result = results.get(name);
        if (result == null) {
            throw new AssertionError(name + " was not run");
        }
        return result;
    }

    private Checkpoint checkpoint(StageName name) {
        return checkpoints.get(result(name).checkpoint());
    }

    private byte[] artefact(StageName stage, String name) {
        return checkpoints.bytes(checkpoint(stage).getArtefact(name));
    }

    private Scoring.MonitoringDocument monitoring(Map<StageName, StageResult> run) {
        StageResult monitor = run.get(StageName.MONITOR);
        assertThat(monitor).isNotNull();
        Checkpoint checkpoint = checkpoints.get(monitor.checkpoint());
        return Json.read(
                checkpoints.bytes(checkpoint.getArtefact("monitoring.json")), Scoring.MonitoringDocument.class);
    }

    private static Map<StageName, CheckpointRef> references(Map<StageName, StageResult> run) {
        Map<StageName, CheckpointRef> references = new EnumMap<>(StageName.class);
        run.forEach((name, result) -> references.put(name, result.checkpoint()));
        return references;
    }

    private static Map<String, String> digests(Map<StageName, StageResult> run, Checkpoints checkpoints) {
        Map<String, String> digests = new TreeMap<>();
        run.values().stream()
                .map(result -> checkpoints.get(result.checkpoint()).artefacts())
                .flatMap(List::stream)
                .forEach(artefact -> digests.put(artefact.name(), artefact.sha256()));
        return digests;
    }
}
