package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.TailState;
import candor.forecasting.candidate.Candidates;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.PromotionDocument;
import candor.store.fixture.Golden;
import candor.store.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** Every JSON document that a stage stores: the released form, and back. */
final class StoredDocumentsTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("retrieval.json", Documents.RETRIEVAL, RetrievalDocument.class),
                Arguments.of("cleaning.json", Documents.CLEANING, CleaningDocument.class),
                Arguments.of("cleaning-prices.json", Documents.CLEANING_PRICES, CleaningDocument.class),
                Arguments.of("features.json", Documents.FEATURES, FeaturesStage.FeaturesDocument.class),
                Arguments.of("exploration.json", Documents.EXPLORATION, ExplorationDocument.class),
                Arguments.of("evaluation.json", Documents.EVALUATION, EvaluationDocument.class),
                Arguments.of("promotion.json", Documents.PROMOTION, PromotionDocument.class),
                Arguments.of("forecast.json", Documents.FORECAST, ForecastDocument.class),
                Arguments.of("scoring.json", Documents.SCORING, ScoringDocument.class),
                Arguments.of("metrics.json", Documents.METRICS, MetricsDocument.class),
                Arguments.of("monitoring.json", Documents.MONITORING, Scoring.MonitoringDocument.class),
                Arguments.of(
                        "monitoring-without-drift.json",
                        Documents.MONITORING_WITHOUT_DRIFT,
                        Scoring.MonitoringDocument.class),
                Arguments.of("scores.json", Documents.SCORES, Scoring.ScoresDocument.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isWrittenAndReadAsReleased(String name, Object document, Class<?> type) {
        byte[] golden = Golden.bytes(name);
        assertThat(new String(Json.write(document), UTF_8)).isEqualTo(new String(golden, UTF_8));
        assertThat(Json.read(golden, type)).isEqualTo(document);
    }

    @Test
    void modelsAreWrittenByKeyAndReadBack() {
        assertThat(new String(Documents.MODEL.write(), UTF_8))
                .isEqualTo(new String(Golden.bytes(2, "model.json"), UTF_8));
        assertThat(ModelDocument.read(Golden.bytes(2, "model.json"))).isEqualTo(Documents.MODEL);
    }

    /** What HAR-P knows is no part of the other documents here: it is longer than all of them. */
    @Test
    void whatHarPKnowsIsWrittenAndReadBack() {
        Class<? extends Record> type = Candidates.HAR_P_OWN.stateType();
        Record known = Json.read(Golden.bytes(3, "model-harPOwn.json"), type);

        assertThat(new String(Json.write(known), UTF_8))
                .isEqualTo(new String(Golden.bytes(3, "model-harPOwn.json"), UTF_8));
        assertThat(Json.convert(Json.toTree(known), type)).isEqualTo(known);
    }

    @Test
    void aModelOfAnotherPriorIsRefusedWithAWayOut() {
        String other = new String(Golden.bytes(3, "model-harPOwn.json"), UTF_8).replace("e1ac54e6", "00000000");
        Record known = Json.read(other.getBytes(UTF_8), Candidates.HAR_P_OWN.stateType());

        assertThatThrownBy(() -> Candidates.HAR_P_OWN.restored(known))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prior 00000000")
                .hasMessageContaining("run the pipeline again");
    }

    @Test
    void calibrationIsWrittenAndReadBack() {
        assertThat(new String(Json.write(Documents.CALIBRATION), UTF_8))
                .isEqualTo(new String(Golden.bytes(3, "calibration.json"), UTF_8));
        assertThat(CalibrationDocument.read(Golden.bytes(3, "calibration.json")))
                .isEqualTo(Documents.CALIBRATION);
    }

    /** The second form had no tempered scores: whoever was champion then tempered none. */
    @Test
    void calibrationOfTheSecondFormIsReadWithoutTemperedScores() {
        ConformalState wanted = Documents.CALIBRATION.horizons().getFirst();
        ConformalState read = CalibrationDocument.read(Golden.bytes(2, "calibration.json"))
                .horizons()
                .getFirst();

        assertThat(read.tails()).isEqualTo(wanted.tails());
        assertThat(read.scores()).isEqualTo(wanted.scores());
        assertThat(read.tempered()).isEmpty();
    }

    /** The first release had no tails; its scores count at both ends. */
    @Test
    void calibrationOfTheFirstFormIsReadWithSymmetricTails() {
        ConformalState wanted = Documents.CALIBRATION.horizons().getFirst();
        ConformalState read = CalibrationDocument.read(Golden.bytes("calibration.json"))
                .horizons()
                .getFirst();

        assertThat(read.scores()).isEqualTo(wanted.scores());
        assertThat(read.alphas()).isEqualTo(wanted.alphas());
        assertThat(read.tails().errors()).containsExactly(-2.125, -0.5, -0.25, 0.25, 0.5, 2.125);
        assertThat(read.tails().alphas()).isEqualTo(TailState.START.alphas());
    }

    /** The first release had a field for each candidate. */
    @Test
    void modelsOfTheFirstFormAreReadAsTheSame() {
        assertThat(ModelDocument.read(Golden.bytes("model.json"))).isEqualTo(Documents.MODEL);
    }

    @Test
    void aModelOfACandidateThatIsNotThereIsRefused() {
        byte[] other = new String(Golden.bytes(2, "model.json"), UTF_8)
                .replace("\"garch\": {\n        \"mu\"", "\"vix\": {\n        \"mu\"")
                .getBytes(UTF_8);
        assertThatThrownBy(() -> ModelDocument.read(other))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("models: no such candidate: 'vix'");
    }
}
