package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.feature.Features;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.BarSource;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Histories with a long gap, and without volumes, through all stages. */
final class GapsAndSilenceTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 28);

    /** Nine weeks without a bar. */
    private static final LocalDate BEFORE_GAP = LocalDate.of(2016, 4, 29);

    private static final LocalDate AFTER_GAP = LocalDate.of(2016, 7, 5);

    private final MemoryStore store = new MemoryStore();

    private Pipeline pipeline(Predicate<RawBar> kept, UnaryOperator<RawBar> altered) {
        BarSource source = request -> {
            Retrieval made = new SyntheticBars(DAY).retrieve(request);
            List<RawBar> bars = made.bars().stream().filter(kept).map(altered).toList();
            return new Retrieval.OneFile(Retrieval.Place.CSV, bars, made.hasAdjustedClose(), made.provenance());
        };
        return new Pipeline(store, source);
    }

    private static Predicate<RawBar> without(LocalDate last, LocalDate next) {
        return bar -> !bar.session().isAfter(last) || !bar.session().isBefore(next);
    }

    private byte[] artefact(Map<StageName, StageResult> results, StageName stage, String name) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        return checkpoints.bytes(
                checkpoints.get(result(results, stage).checkpoint()).getArtefact(name));
    }

    @Test
    void aLongGapLeavesItsOutcomesUnknownAndRaisesNoAlarm() {
        Map<StageName, StageResult> results =
                pipeline(without(BEFORE_GAP, AFTER_GAP), bar -> bar).run("gap", null);

        List<BacktestRow> rows = BacktestTable.read(artefact(results, StageName.EVALUATE, "backtest.csv"));
        assertThat(rows)
                .filteredOn(row -> row.target().isBefore(DAY))
                .allSatisfy(row -> assertThat(Double.isNaN(row.realised()))
                        .as("%s for %s", row.origin(), row.horizon())
                        .isEqualTo(!row.origin().isAfter(BEFORE_GAP)
                                && !row.target().isBefore(AFTER_GAP)));
        assertThat(Json.read(artefact(results, StageName.EVALUATE, "evaluation.json"), EvaluationDocument.class)
                        .guards())
                .allMatch(GuardResult::passed);
        int bars = Json.readTree(artefact(results, StageName.CLEAN, "cleaning.json"))
                .path("counts")
                .path("bars")
                .intValue();
        assertThat(result(results, StageName.EXPLORE).summary())
                .startsWith(Figures.count(bars - 2, "return") + " described");
    }

    @Test
    void shortlyAfterALongGapTheRunSaysWhyThereIsNoForecastAndFromWhenThereIsOne() {
        LocalDate last = LocalDate.of(2019, 5, 24);
        Pipeline pipeline = pipeline(without(last, LocalDate.of(2019, 6, 10)), bar -> bar);

        assertThatExceptionOfType(NotEnoughHistory.class)
                .isThrownBy(() -> pipeline.run("after", null))
                .withMessage("no forecast over 1 session from 2019-06-28: 9 sessions have no bar between 2019-05-24 and"
                        + " 2019-06-10, and the champion looks back on 67 sessions, of which 14 have a return since;"
                        + " forecast as of 2019-05-24, or supply the sessions that are missing");
        assertThat(pipeline.run("before", last)).hasSize(StageName.values().length);
    }

    @Test
    void withoutVolumesAllStagesDoWithoutWhatIsMadeOfThem() {
        Pipeline pipeline = pipeline(bar -> true, bar -> bar.withVolume(0));
        Map<StageName, StageResult> results = pipeline.run("silent", null);

        String header = new String(artefact(results, StageName.FEATURES, "features.csv"), UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(header.split(",")).hasSize(37).doesNotContain("amihud21", "volume_z21");
        assertThat(result(results, StageName.FEATURES).summary())
                .startsWith("36 features on ")
                .endsWith("; none of volume, as no bar has any");
        ModelDocument model = ModelDocument.read(artefact(results, StageName.TRAIN, "model.json"));
        assertThat(model.tried().features()).hasSize(35).doesNotContainAnyElementsOf(Features.OF_VOLUME);
        assertThat(Json.read(artefact(results, StageName.EVALUATE, "evaluation.json"), EvaluationDocument.class)
                        .guards())
                .allMatch(GuardResult::passed);
        assertThat(pipeline.run("again", null).values()).allMatch(StageResult::reused);
    }

    @Test
    void volumesTooRareForAFeatureAreNamedAndTheRemedyWorks() {
        List<LocalDate> sessions = new NyseCalendar().sessions(SyntheticStock.DEFAULT_FROM, DAY);
        Pipeline pipeline =
                pipeline(bar -> true, bar -> sessions.indexOf(bar.session()) % 20 == 0 ? bar.withVolume(0) : bar);

        assertThatExceptionOfType(NotEnoughHistory.class)
                .isThrownBy(() -> pipeline.run("rare", null))
                .withMessage("no session has all features: amihud21 is defined at none; 70 of 1,382 sessions have no"
                        + " volume; supply their volumes, or leave the column of volumes empty to do without"
                        + " features of volume");
        assertThat(pipeline(bar -> true, bar -> bar.withVolume(0))
                        .run("empty", null, null, EnumSet.range(StageName.INGEST, StageName.FEATURES)))
                .hasSize(3);
    }

    @Test
    void settingsThatWantNothingButVolumesAreRefused() {
        SettingsInForce.set(
                store, SyntheticStock.SYMBOL, "mine.json", "{\"features\": [\"amihud21\"]}".getBytes(UTF_8));

        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(
                        () -> pipeline(bar -> true, bar -> bar.withVolume(0)).run("only", null))
                .withMessage("settings/SYNTH.json: features holds amihud21, which are made of volumes, and no bar"
                        + " has a volume; add one that is made of prices, such as logret");
    }

    private static StageResult result(Map<StageName, StageResult> results, StageName name) {
        StageResult result = results.get(name);
        if (result == null) {
            throw new AssertionError(name + " was not run");
        }
        return result;
    }
}
