package candor.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.repair.RepairResult;
import candor.cleaning.repair.Repairs;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown and exported of dividends is what cleaning made of them, not what the provider said. */
final class KnownBarsTest {

    @Test
    void aRepairedDividendIsShownRepaired() {
        List<RawBar> given = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int paid = i / 50;
            double close = 100 + (i % 5) * 0.4 - paid * 0.5;
            given.add(new RawBar(
                    i + 2,
                    LocalDate.of(2024, 1, 1).plusDays(i),
                    close,
                    close + 0.5,
                    close - 0.5,
                    close,
                    Double.NaN,
                    1e6,
                    i % 50 == 49 ? (i == 149 ? 50 : 0.5) : 0,
                    0,
                    0));
        }
        RepairResult result = Repairs.of(given, false);
        assertThat(result.log()).as("a hundred times the others").hasSize(1);

        List<RawBar> actions = KnownBars.actions(given, result.log());

        assertThat(actions).extracting(RawBar::dividend).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(actions)
                .isEqualTo(result.rows().stream()
                        .filter(bar -> bar.dividend() != 0)
                        .toList());
    }
}
