// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.MetricsDocument;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's forecast on one line: its shortest horizon.
 *
 * @param asOf the last session visible
 * @param target last session of the horizon
 * @param lastClose as traded
 * @param low90 and {@code high90}: ends of the 90 % interval, as prices
 * @param range90 how wide the interval is, as a fraction of the last close
 * @param annualisedVolatility as a fraction
 * @param probabilityUp in [0, 1]
 * @param valueAtRisk95 a positive log return
 * @param coverage90 share of past outcomes inside their 90 % interval; null where none was calibrated yet
 * @param alarms guards that fired, &ge; 0
 * @param model mean and scale champion
 */
public record SymbolForecast(
        LocalDate asOf,
        LocalDate target,
        double lastClose,
        double low90,
        double high90,
        double range90,
        double annualisedVolatility,
        double probabilityUp,
        double valueAtRisk95,
        @Nullable Double coverage90,
        int alarms,
        String model) {

    private static final double NOMINAL = 0.9;

    public static SymbolForecast of(ForecastDocument forecast, MetricsDocument metrics) {
        HorizonForecast horizon = forecast.horizons().getFirst();
        double low = quantile(horizon, "p05");
        double high = quantile(horizon, "p95");
        return new SymbolForecast(
                forecast.asOf(),
                horizon.target(),
                forecast.lastClose(),
                low,
                high,
                (high - low) / forecast.lastClose(),
                horizon.annualisedVolatility(),
                horizon.probabilityUp(),
                horizon.valueAtRisk95(),
                coverage(metrics, horizon.sessions()),
                (int) metrics.guards().stream().filter(guard -> !guard.passed()).count(),
                horizon.model());
    }

    private static double quantile(HorizonForecast horizon, String name) {
        return Objects.requireNonNull(horizon.priceQuantiles().get(name), "a forecast without " + name);
    }

    private static @Nullable Double coverage(MetricsDocument metrics, int sessions) {
        return metrics.horizons().stream()
                .filter(scorecard -> scorecard.sessions() == sessions)
                .map(HorizonScorecard::intervals)
                .flatMap(intervals -> intervals.stream().filter(interval -> interval.nominal() == NOMINAL))
                .map(IntervalScore::coverage)
                .findFirst()
                .orElse(null);
    }
}
