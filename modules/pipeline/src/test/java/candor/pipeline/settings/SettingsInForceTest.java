package candor.pipeline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.EwmaSettings;
import candor.forecasting.candidate.RidgeSettings;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.ForecastSettings;
import candor.store.checkpoint.Digest;
import candor.store.failure.InputRefused;
import candor.store.fixture.MemoryStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hyper-parameters count, and what a file may say. */
final class SettingsInForceTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final Symbol WDC = Symbol.of("WDC");

    private final MemoryStore store = new MemoryStore();

    @Test
    void withoutFilesTheBuiltInOnesCount() {
        SettingsInForce settings = SettingsInForce.find(store, STX);

        assertThat(settings).isEqualTo(SettingsInForce.builtIn());
        assertThat(settings.values()).isEqualTo(ForecastSettings.standard());
        assertThat(settings.from()).isEqualTo("built-in");
        assertThat(settings.sha256()).isEqualTo(Digest.of(settings.toJson()));
    }

    @Test
    void theSymbolsFileGoesBeforeTheCommonOneAndIsNotMixedWithIt() {
        set(null, "{\"refitEvery\": 63}");
        set(STX, "{\"candidates\": {\"ewma\": {\"decay\": 0.97}}}");

        assertThat(SettingsInForce.find(store, STX)).satisfies(own -> {
            assertThat(own.from()).isEqualTo("settings/STX.json");
            assertThat(own.values().candidates().of(Candidates.EWMA)).isEqualTo(new EwmaSettings(0.97));
            assertThat(own.values().refitEvery()).isEqualTo(21);
        });
        assertThat(SettingsInForce.find(store, WDC)).satisfies(common -> {
            assertThat(common.from()).isEqualTo("settings/default.json");
            assertThat(common.values().refitEvery()).isEqualTo(63);
        });
        assertThat(SettingsInForce.reset(store, STX).from()).isEqualTo("settings/default.json");
        assertThat(SettingsInForce.reset(store, null)).isEqualTo(SettingsInForce.builtIn());
        assertThat(SettingsInForce.find(store, STX)).isEqualTo(SettingsInForce.builtIn());
    }

    @Test
    void whatAFileDoesNotNameIsAsBuiltInAndMapsAreFilledUp() {
        ForecastSettings standard = ForecastSettings.standard();
        ForecastSettings read = set(STX, """
                        {"horizons": [1, 10], "gamma": {"10": 0.0007, "1": 0.003},
                         "candidates": {"ridge": {"penalties": [1, 2.5]}}, "features": ["logret", "rsi14"],
                         "minimumRows": 600}
                        """).values();

        assertThat(read.horizons()).containsExactly(1, 10);
        assertThat(read.gamma()).isEqualTo(Map.of(1, 0.003, 5, 0.001, 10, 0.0007, 21, 0.0005));
        assertThat(read.candidates())
                .isEqualTo(standard.candidates().with("ridge", new RidgeSettings(List.of(1.0, 2.5))));
        assertThat(read.features()).isEqualTo(List.of("logret", "rsi14"));
        assertThat(read.minimumRows()).isEqualTo(600);
        assertThat(read.levels()).isEqualTo(standard.levels());
    }

    /** A file of the first release says what it said then. */
    @Test
    void theFormerNamesStillCount() {
        ForecastSettings former = set(STX, """
                        {"ridgePenalties": [1, 2.5], "ridgeFeatures": ["logret", "rsi14"], "ewmaDecay": 0.97,
                         "garchStart": 2, "boosting": {"trees": 9}}
                        """).values();
        ForecastSettings today = set(WDC, """
                        {"features": ["logret", "rsi14"],
                         "candidates": {"ridge": {"penalties": [1, 2.5]}, "ewma": {"decay": 0.97}, "garch": {"start": 2},
                                        "boosting": {"trees": 9}}}
                        """).values();

        assertThat(former).isEqualTo(today);
        assertThat(today.candidates().of(Candidates.EWMA)).isEqualTo(new EwmaSettings(0.97));
    }

    /** What the command prints is a file that says the same. */
    @Test
    void whatIsPrintedCanBeSet() {
        SettingsInForce own = set(STX, "{\"refitEvery\": 42}");
        SettingsInForce again = SettingsInForce.set(store, WDC, "printed.json", own.toJson());

        assertThat(again.values()).isEqualTo(own.values());
        assertThat(again.sha256()).isEqualTo(own.sha256());
        assertThat(SettingsJson.FORM.read(own.toJson(), ForecastSettings.class)).isEqualTo(own.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"refitEvry": 21}              | refitEvry is no field; the fields are horizons, minimumRows, refitEvery,
                    {"refitEvery": "often"}        | refitEvery is "often"; want a whole number
                    {"refitEvery": "21"}           | refitEvery is "21"; want a whole number
                    {"refitEvery": 2.5}            | refitEvery is 2.5; want a whole number
                    {"refitEvery": null}           | refitEvery is null; want a whole number
                    {"refitEvery": 99999999999}    | refitEvery is 99999999999; want a whole number
                    {"refitEvery": 0}              | refitEvery is 0; want at least 1
                    {"candidates": {"ewma": {"decay": true}}}  | candidates.ewma.decay is true; want a number
                    {"candidates": {"ewma": {"decay": 1e999}}} | candidates.ewma.decay is
                    {"candidates": {"ewma": {"decay": 1.5}}}   | candidates.ewma.decay is 1.5; want between 0 and 1
                    {"candidates": {"ewma": {"decy": 0.9}}}    | the fields are candidates.ewma.decay
                    {"candidates": {"zero": {}}}   | candidates.zero is no field; the fields are candidates.ridge, candidates.boosting,
                    {"candidates": {"vix": {}}}    | candidates.vix is no field
                    {"candidates": {"ridge": 3}}   | candidates.ridge is 3; want an object
                    {"candidates": {"ridge": {"penalties": [0]}}} | candidates.ridge.penalties is [0.0]; want positive numbers
                    {"candidates": 1}              | candidates is 1; want an object
                    {"ewmaDecay": 1.5}             | candidates.ewma.decay is 1.5; want between 0 and 1
                    {"ewmaDecay": 0.9, "candidates": {"ewma": {"decay": 0.95}}} | ewmaDecay is the former name of candidates.ewma.decay, and both are given; keep candidates.ewma.decay
                    {"horizons": 1}                | horizons is 1; want a list
                    {"horizons": [1, "5"]}         | horizons is "5"; want a whole number
                    {"horizons": []}               | horizons is []; want ascending from 1 up
                    {"horizons": [5, 1]}           | horizons is [5, 1]; want ascending from 1 up
                    {"horizons": [5, 21]}          | horizons is [5, 21]; want 1 among them
                    {"horizons": [1, 10]}          | one between 0 and 1 for each of the horizons [1, 10]
                    {"gamma": {"soon": 0.1}}       | gamma is {"soon":0.1}; want whole numbers for its names
                    {"gamma": {"1": "a"}}          | gamma.1 is "a"; want a number
                    {"gamma": [0.1]}               | gamma is [0.1]; want an object
                    {"levels": [0.5, 0.9]}         | levels is [0.5, 0.9]; want [0.5, 0.8, 0.9, 0.95, 0.99]
                    {"ridgeFeatures": ["moon"]}    | features holds 'moon'; want some of logret,
                    {"ridgeFeatures": [1]}         | features is 1; want text
                    {"garchStart": 4}              | candidates.garch.start is 4; want 0 to 3
                    {"boosting": {"trees": 0}}     | boosting.trees is 0; want 1 to 1000
                    {"boosting": {"tree": 9}}      | boosting.tree
                    {"boosting": 9}                | candidates.boosting is 9; want an object
                    [1, 5]                         | the file is [1,5]; want an object
                    null                           | the file is null; want an object
                    {"refitEvery": 21              | no JSON (line 1:
                    {"refitEvery": 1, "refitEvery": 2} | no JSON (line 1:
                    {} {}                          | no JSON (line 1:
                    ``                             | the file is
                    """)
    void badFilesAreRefusedByFileFieldAndValue(String file, String told) {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> SettingsInForce.set(store, STX, "mine.json", file.getBytes(UTF_8)))
                .withMessageStartingWith("mine.json: ")
                .withMessageContaining(told);
        assertThat(store.find("settings/STX.json"))
                .as("nothing is put in force")
                .isEmpty();

        store.putIfAbsent("settings/STX.json", file.getBytes(UTF_8), "application/json");
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> SettingsInForce.find(store, STX))
                .withMessageStartingWith("settings/STX.json: ")
                .withMessageContaining(told);
    }

    private SettingsInForce set(@Nullable Symbol symbol, String file) {
        return SettingsInForce.set(store, symbol, "mine.json", file.getBytes(UTF_8));
    }
}
