package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastSettingsTest {

    private static ForecastSettings with(List<Integer> horizons, Map<Integer, Double> gamma) {
        ForecastSettings s = ForecastSettings.standard();
        return new ForecastSettings(
                horizons,
                s.minimumRows(),
                s.refitEvery(),
                s.features(),
                s.levels(),
                gamma,
                s.calibrationWarmUp(),
                s.candidates());
    }

    @Test
    void gammasKeepTheirOrder() {
        assertThat(ForecastSettings.standard().gamma().keySet()).containsExactly(1, 5, 21);
    }

    @Test
    void badValuesAreNamed() {
        Map<Integer, Double> gamma = ForecastSettings.standard().gamma();
        assertThatThrownBy(() -> with(List.of(5, 1), gamma)).hasMessageContaining("horizons is [5, 1]");
        assertThatThrownBy(() -> with(List.of(1, 10), gamma)).hasMessageContaining("each of the horizons [1, 10]");
    }
}
