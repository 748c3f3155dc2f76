package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.walkforward.Slot;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Input;
import candor.store.failure.InputRefused;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hyper-parameters from a person's file through all stages. */
final class OwnSettingsTest {

    private static final LocalDate DAY = LocalDate.of(2018, 3, 1);

    private final MemoryStore store = new MemoryStore();
    private final Pipeline pipeline = new Pipeline(store, new SyntheticBars(DAY));

    @Test
    void otherHorizonsGoThroughAllStages() {
        SettingsInForce settings = set("{\"horizons\": [1, 5], \"refitEvery\": 42}");
        Map<StageName, StageResult> results = pipeline.run("own", DAY);

        ModelDocument model = ModelDocument.read(artefact(results, StageName.TRAIN, "model.json"));
        assertThat(model.settings()).isEqualTo(settings);
        assertThat(model.models().models().keySet()).extracting(Slot::horizon).containsOnly(Slot.ALL_HORIZONS, 1, 5);
        assertThat(BacktestTable.read(artefact(results, StageName.EVALUATE, "backtest.csv")))
                .extracting(row -> row.horizon())
                .containsOnly(1, 5);
        assertThat(Json.read(artefact(results, StageName.PROMOTE, "promotion.json"), PromotionDocument.class)
                        .horizons())
                .extracting(verdict -> verdict.sessions())
                .containsExactly(1, 5);
        assertThat(Json.read(artefact(results, StageName.FORECAST, "forecast.json"), ForecastDocument.class)
                        .horizons())
                .extracting(horizon -> horizon.sessions())
                .containsExactly(1, 5);
        assertThat(Json.read(artefact(results, StageName.EVALUATE, "metrics.json"), MetricsDocument.class)
                        .horizons())
                .hasSize(2);
        assertThat(new String(artefact(results, StageName.REPORT, "report.html"), UTF_8))
                .contains(
                        "a person's, settings/SYNTH.json; " + settings.sha256().substring(0, 16));
        assertThat(pipeline.run("again", DAY).values()).allMatch(StageResult::reused);
    }

    @Test
    void otherSettingsAreOtherWorkFromTrainOnAndTheirDigestIsPinned() {
        Map<StageName, StageResult> before = pipeline.run("built-in", DAY);
        SettingsInForce settings = set("{\"candidates\": {\"ewma\": {\"decay\": 0.9}}}");
        Map<StageName, StageResult> after = pipeline.run("own", DAY);

        after.forEach((name, result) ->
                assertThat(result.reused()).as(name.key()).isEqualTo(name.compareTo(StageName.TRAIN) < 0));
        assertThat(new Checkpoints(store, notice -> {})
                        .get(result(after, StageName.TRAIN).checkpoint())
                        .inputs())
                .contains(new Input("settings, settings/SYNTH.json", settings.sha256()));
        assertThat(Json.read(artefact(after, StageName.PROMOTE, "promotion.json"), PromotionDocument.class)
                        .look())
                .as("the day done again is no new look")
                .isEqualTo(1);

        SettingsInForce.reset(store, SyntheticStock.SYMBOL);
        Map<StageName, StageResult> back = pipeline.run("reset", DAY);
        assertThat(back.values()).allMatch(StageResult::reused);
        assertThat(result(back, StageName.FORECAST).checkpoint())
                .isEqualTo(result(before, StageName.FORECAST).checkpoint());
    }

    @Test
    void aBadFileStopsTrainAndIsNamed() {
        store.putIfAbsent("settings/default.json", "{\"levels\": [0.9]}".getBytes(UTF_8), "application/json");

        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> pipeline.run("bad", DAY))
                .withMessageContaining("settings/default.json: levels is [0.9]; want [0.5, 0.8, 0.9, 0.95, 0.99]");
    }

    private SettingsInForce set(String file) {
        return SettingsInForce.set(store, SyntheticStock.SYMBOL, "mine.json", file.getBytes(UTF_8));
    }

    private static StageResult result(Map<StageName, StageResult> results, StageName name) {
        StageResult result = results.get(name);
        if (result == null) {
            throw new AssertionError(name + " was not run");
        }
        return result;
    }

    private byte[] artefact(Map<StageName, StageResult> results, StageName stage, String name) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        return checkpoints.bytes(
                checkpoints.get(result(results, stage).checkpoint()).getArtefact(name));
    }
}
