package candor.forecasting.learning;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandingMeanTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void equalsTheReferenceOnEveryOrigin(int horizon) {
        PriceHistory history = StxFile.read().history();
        ExpandingMean mean = ExpandingMean.start(horizon, history.visibleAt(0));
        for (Map<String, String> row : SharedReference.csv("reference/errors-STX-h" + horizon + ".csv")) {
            int origin = history.indexOf(LocalDate.parse(String.valueOf(row.get("origin"))));
            mean = mean.advancedTo(history.visibleAt(origin));
            double want = number(row, "f_mean");
            assertThat(mean.forecast()).isEqualTo(want, within(2e-8 * Math.abs(want)));
        }
    }

    @Test
    void oneStepAtATimeIsAllAtOnce() {
        PriceHistory history = Simulated.stock(300, 5);
        ExpandingMean stepwise = ExpandingMean.start(21, history.visibleAt(0));
        for (int t = 1; t < 300; t++) {
            stepwise = stepwise.advancedTo(history.visibleAt(t));
        }
        assertThat(stepwise).isEqualTo(ExpandingMean.start(21, history).advancedTo(history));
    }

    @Test
    void refusesAViewThatEndsBeforeWhatItHasSeen() {
        PriceHistory history = Simulated.stock(60, 5);
        ExpandingMean mean = ExpandingMean.start(1, history).advancedTo(history);
        assertThatThrownBy(() -> mean.advancedTo(history.visibleAt(50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the model has seen " + history.session(59));
    }
}
