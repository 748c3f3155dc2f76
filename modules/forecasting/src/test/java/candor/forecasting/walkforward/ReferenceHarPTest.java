package candor.forecasting.walkforward;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Seagate from 2003 on through the product's walk with the prior that it ships, day by day against the study's own
 * implementation: variances and all intervals.
 */
class ReferenceHarPTest {

    private static final List<String> NO_FEATURE = List.of("constant");

    /** The study's file keeps ten digits. */
    private static final double TOLERANCE = 1e-8;

    /** Levels in the names of the study's columns, and the upper ends of their intervals. */
    private static final Map<String, Double> UPPER =
            Map.of("50", 0.75, "80", 0.9, "90", 0.95, "95", 0.975, "99", 0.995);

    @Test
    void variancesAndIntervalsEqualTheStudys() {
        List<BacktestRow> rows = walk(StxFile.read().history());
        for (int horizon : new int[] {1, 5, 21}) {
            Map<LocalDate, BacktestRow> made = rows.stream()
                    .filter(row -> row.horizon() == horizon)
                    .collect(Collectors.toMap(BacktestRow::origin, Function.identity()));
            List<Map<String, String>> wanted =
                    SharedReference.csv("reference/harp/recommended-own-STX-h" + horizon + ".csv");

            assertThat(made).hasSameSizeAs(wanted).hasSize(5812);
            wanted.forEach(want -> compare(
                    want, Objects.requireNonNull(made.get(LocalDate.parse(String.valueOf(want.get("origin")))))));
        }
    }

    /** A rank may fall on either side of a tie; here none does. */
    private static void compare(Map<String, String> want, BacktestRow row) {
        double variance = number(want, "variance");
        assertThat(Math.abs(row.sigma() * row.sigma() / variance - 1)).isLessThan(TOLERANCE);
        UPPER.forEach((level, probability) -> {
            double reach = number(want, "sigma" + level) * number(want, "q" + level);
            double upper = row.quantiles().get(BacktestRow.PROBABILITIES.indexOf(probability));
            assertThat(Math.abs(upper / reach - 1))
                    .as("%s %% at %s", level, row.origin())
                    .isLessThan(TOLERANCE);
        });
    }

    private static List<BacktestRow> walk(PriceHistory history) {
        ForecastSettings settings = ForecastSettings.standard().withFeatures(NO_FEATURE);
        Set<String> others = new HashSet<>(Candidates.fitted());
        others.remove(Candidates.HAR_P_OWN.key());
        FeatureTable features = new FeatureTable(NO_FEATURE, new double[1][history.size()]);
        return WalkForward.run(
                        history,
                        features,
                        new NyseCalendar(),
                        ForecastPlan.of(settings).withoutCandidates(others),
                        Progress.NONE)
                .rows();
    }
}
