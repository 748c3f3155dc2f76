package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.harp.OwnRegressors;
import candor.forecasting.synthetic.SyntheticStock;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.PromotionDocument;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.NotEnoughHistory;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many bars a run needs. HAR-P forecasts from the 68th bar on; over 21 sessions its forecasts are issued from the
 * 250th. The other candidates are fitted when there are 504 rows of features, which look back on 252 sessions; the gate
 * looks then for the first time.
 */
final class MinimumHistoryTest {

    private static final int NEEDED = OwnRegressors.FIRST_SESSION + 1;

    private final TradingCalendar calendar = new NyseCalendar();
    private final List<LocalDate> sessions = calendar.sessions(SyntheticStock.DEFAULT_FROM, LocalDate.of(2018, 12, 31));
    private final MemoryStore store = new MemoryStore();

    @Test
    void rulesAskForIt() {
        assertThat(NEEDED).isEqualTo(68);
        assertThat(CleaningRules.standard().minimumBars()).isEqualTo(NEEDED);
    }

    @Test
    void oneBarFewerIsRefusedWithAWayOut() {
        assertThatExceptionOfType(NotEnoughHistory.class)
                .isThrownBy(() -> run(NEEDED - 1))
                .withMessageContaining("at least 68 are needed")
                .withMessageContaining("longer history");
    }

    @ParameterizedTest
    @ValueSource(ints = {68, 69, 90, 249})
    void aCompanyThatWasJustListedHasForecastsOverTheNextSessions(int bars) {
        ForecastDocument forecast = forecast(run(bars));

        assertThat(forecast.horizons())
                .extracting(ForecastDocument.HorizonForecast::sessions)
                .containsExactly(1, 5);
        assertThat(forecast.horizons())
                .allSatisfy(
                        horizon -> assertThat(horizon.quantiles().get("p05")).isNegative());
    }

    @Test
    void fromThe250thBarThereIsAForecastOverAMonth() {
        assertThat(forecast(run(250)).horizons())
                .extracting(ForecastDocument.HorizonForecast::sessions)
                .containsExactly(1, 5, 21);
    }

    /** Before there is anybody to compare, a look would be spent on nothing. */
    @ParameterizedTest
    @ValueSource(ints = {90, 756})
    void theGateDoesNotLookBeforeTheFirstFitOfAllCandidates(int bars) {
        Map<StageName, StageResult> results = run(bars);

        PromotionDocument promotion =
                Json.read(artefact(results, StageName.PROMOTE, "promotion.json"), PromotionDocument.class);
        assertThat(promotion.look()).isZero();
        assertThat(promotion.nextLook()).isEqualTo(sessions.get(Math.max(756, bars)));
        assertThat(promotion.horizons())
                .allSatisfy(verdict -> assertThat(verdict.reason())
                        .isEqualTo("retained: there is no challenger before the first fit of all candidates"));
    }

    @Test
    void withTheFirstFitItLooks() {
        Map<StageName, StageResult> results = run(757);

        assertThat(Json.read(artefact(results, StageName.PROMOTE, "promotion.json"), PromotionDocument.class)
                        .look())
                .isEqualTo(1);
    }

    private Map<StageName, StageResult> run(int bars) {
        return new Pipeline(store, new SyntheticBars(sessions.get(bars - 1))).run("young", null);
    }

    private byte[] artefact(Map<StageName, StageResult> results, StageName stage, String name) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        StageResult result = Objects.requireNonNull(results.get(stage));
        return checkpoints.bytes(checkpoints.get(result.checkpoint()).getArtefact(name));
    }

    private ForecastDocument forecast(Map<StageName, StageResult> results) {
        return Json.read(artefact(results, StageName.FORECAST, "forecast.json"), ForecastDocument.class);
    }
}
