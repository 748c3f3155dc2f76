package candor.local.cli;

import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A forecast as a person reads it on a terminal. */
final class ForecastText {

    private ForecastText() {}

    static List<String> lines(ForecastDocument forecast) {
        List<String> lines = new ArrayList<>();
        lines.add(forecast.symbol() + " as of " + forecast.asOf() + ", last close " + price(forecast.lastClose())
                + (forecast.synthetic() ? "  (a synthetic stock, not a real one)" : ""));
        lines.add("");
        lines.addAll(VerdictText.wrapped(forecast.statement()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%8s  %-10s  %9s  %21s  %10s  %6s  %8s",
                "sessions",
                "target",
                "median",
                "90 % interval",
                "volatility",
                "P(up)",
                "VaR 95 %"));
        forecast.horizons().forEach(horizon -> lines.add(line(horizon)));
        return lines;
    }

    private static String line(HorizonForecast horizon) {
        return String.format(
                Locale.ROOT,
                "%8d  %-10s  %9s  %21s  %8.2f %%  %4.0f %%  %6.2f %%",
                horizon.sessions(),
                horizon.target(),
                price(quantile(horizon, "p50")),
                price(quantile(horizon, "p05")) + " to " + price(quantile(horizon, "p95")),
                100 * horizon.volatility(),
                100 * horizon.probabilityUp(),
                100 * horizon.valueAtRisk95());
    }

    private static double quantile(HorizonForecast horizon, String name) {
        return Objects.requireNonNull(horizon.priceQuantiles().get(name));
    }

    private static String price(double price) {
        return String.format(Locale.ROOT, "%.2f", price);
    }
}
