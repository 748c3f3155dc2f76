package candor.forecasting.harp;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.StxFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seagate from 2003 on, day by day, against the study's own implementation; the priors are the study's. */
class ReferenceOwnForecastsTest {

    private static final List<Integer> LEVELS = List.of(50, 80, 90, 95, 99);

    /** The study's file keeps ten digits. */
    private static final double TOLERANCE = 1e-8;

    private final Worst worst = new Worst();
    private int ties;

    /** The largest distance seen of each number. */
    private static final class Worst {
        double logScale;
        double variance;
        double sigma;
        double alpha;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.002", "5, 0.001", "21, 0.0005"})
    void forecastsEqualTheStudys(int horizon, double gamma) {
        Map<LocalDate, OwnForecast> made =
                Walked.of(StxFile.read().history(), SharedPrior.read(horizon), gamma, new NyseCalendar());
        List<Map<String, String>> wanted =
                SharedReference.csv("reference/harp/recommended-own-STX-h" + horizon + ".csv");

        wanted.forEach(row -> compare(row, Objects.requireNonNull(made.get(origin(row)))));

        assertThat(made).hasSameSizeAs(wanted).hasSize(5812);
        assertThat(worst.logScale).isLessThan(TOLERANCE);
        assertThat(worst.variance).isLessThan(TOLERANCE);
        assertThat(worst.sigma).isLessThan(TOLERANCE);
        assertThat(worst.alpha).isLessThan(TOLERANCE);
        // A rank may fall on either side of a tie; here none does.
        assertThat(ties).isZero();
    }

    private void compare(Map<String, String> row, OwnForecast forecast) {
        worst.logScale = Math.max(worst.logScale, Math.abs(forecast.logScale() - number(row, "logscale")));
        worst.variance = Math.max(worst.variance, relative(forecast.variance(), number(row, "variance")));
        for (int j = 0; j < LEVELS.size(); j++) {
            Band band = forecast.bands().get(j);
            int level = LEVELS.get(j);
            worst.sigma = Math.max(worst.sigma, relative(band.sigma(), number(row, "sigma" + level)));
            worst.alpha = Math.max(worst.alpha, Math.abs(band.alpha() - number(row, "alpha" + level)));
            ties += relative(band.multiplier(), number(row, "q" + level)) > TOLERANCE ? 1 : 0;
        }
    }

    private static LocalDate origin(Map<String, String> row) {
        return LocalDate.parse(String.valueOf(row.get("origin")));
    }

    private static double relative(double made, double wanted) {
        return Math.abs(made / wanted - 1);
    }
}
