package candor.local.words;

import candor.forecasting.text.Figures;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.PriceLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** A forecast as a person reads it on a terminal. */
public final class ForecastText {

    private ForecastText() {}

    public static List<String> lines(ForecastDocument forecast) {
        List<String> lines = new ArrayList<>();
        lines.add(forecast.symbol() + " as of " + forecast.asOf() + ", last close $"
                + Figures.price(forecast.lastClose())
                + (forecast.synthetic() ? "  (a synthetic stock, not a real one)" : ""));
        lines.add("");
        lines.addAll(VerdictText.wrapped(forecast.statement()));
        lines.add("");
        int median = width(9, forecast, ForecastText::median);
        int interval = width(21, forecast, ForecastText::interval);
        lines.add(String.format(
                Locale.ROOT,
                "%8s  %-10s  %" + median + "s  %" + interval + "s  %10s  %7s  %8s  %10s",
                "sessions",
                "target",
                "median, $",
                "90 % interval, $",
                "volatility",
                "P(up)",
                "VaR 95 %",
                "of $" + Figures.count(PriceLoss.SUM)));
        forecast.horizons().forEach(horizon -> lines.add(line(horizon, median, interval)));
        return lines;
    }

    /**
     * How old the forecast is; empty where it is of the last finished session.
     *
     * @param sessionsBehind finished sessions that it has not seen
     */
    public static List<String> age(ForecastDocument forecast, int sessionsBehind) {
        if (sessionsBehind == 0) {
            return List.of();
        }
        long over = forecast.horizons().stream()
                .filter(horizon -> horizon.sessions() <= sessionsBehind)
                .count();
        return VerdictText.wrapped("This forecast is " + Figures.count(sessionsBehind, "session")
                + " old: it has seen nothing that was traded after " + forecast.asOf()
                + (over == 0
                        ? ""
                        : ", and " + over + " of its " + forecast.horizons().size() + " targets "
                                + (over == 1 ? "has" : "have") + " passed")
                + ".");
    }

    /** The least width of a column, or more where a text needs it. */
    private static int width(int least, ForecastDocument forecast, Function<HorizonForecast, String> text) {
        return Math.max(
                least,
                forecast.horizons().stream()
                        .map(text)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0));
    }

    private static String line(HorizonForecast horizon, int median, int interval) {
        return String.format(
                Locale.ROOT,
                "%8d  %-10s  %" + median + "s  %" + interval + "s  %10s  %7s  %8s  %10s",
                horizon.sessions(),
                horizon.target(),
                median(horizon),
                interval(horizon),
                Figures.move(horizon.volatility()),
                Figures.percent(horizon.probabilityUp()),
                Figures.move(PriceLoss.share(horizon.valueAtRisk95())),
                Figures.count(PriceLoss.ofSum(horizon.valueAtRisk95())));
    }

    private static String median(HorizonForecast horizon) {
        return quantile(horizon, "p50");
    }

    private static String interval(HorizonForecast horizon) {
        return quantile(horizon, "p05") + " to " + quantile(horizon, "p95");
    }

    private static String quantile(HorizonForecast horizon, String name) {
        return Figures.price(Objects.requireNonNull(horizon.priceQuantiles().get(name)));
    }
}
