package candor.reporting.chart;

import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The forecast's price quantiles over the days after the origin. Between the horizons that were forecast, the logarithm
 * of a price quantile grows with the square root of time, as a random walk's does.
 */
final class Fan {

    private static final int STEPS = 12;

    private final List<Knot> knots;

    /** A day and the price quantiles of it; at the origin all quantiles are the last close. */
    private record Knot(double day, double sessions, HorizonForecast forecast, double lastClose) {
        double quantile(String name) {
            return sessions == 0 ? lastClose : forecast.priceQuantiles().getOrDefault(name, Double.NaN);
        }
    }

    /** A place between two knots. */
    private record Place(Knot before, Knot after, double share) {
        double day() {
            return before.day + share * (after.day - before.day);
        }

        double quantile(String name) {
            double sessions = before.sessions + share * (after.sessions - before.sessions);
            double weight = (Math.sqrt(sessions) - Math.sqrt(before.sessions))
                    / (Math.sqrt(after.sessions) - Math.sqrt(before.sessions));
            double from = StrictMath.log(before.quantile(name));
            double to = StrictMath.log(after.quantile(name));
            return StrictMath.exp(from + weight * (to - from));
        }
    }

    private Fan(List<Knot> knots) {
        this.knots = knots;
    }

    static Fan of(ForecastDocument document) {
        List<HorizonForecast> horizons = document.horizons().stream()
                .sorted(Comparator.comparingInt(HorizonForecast::sessions))
                .toList();
        List<Knot> knots = new ArrayList<>();
        for (HorizonForecast horizon : horizons) {
            if (knots.isEmpty()) {
                knots.add(new Knot(Window.day(document.asOf()), 0, horizon, document.lastClose()));
            }
            knots.add(new Knot(Window.day(horizon.target()), horizon.sessions(), horizon, document.lastClose()));
        }
        return new Fan(knots);
    }

    LocalDate lastTarget(LocalDate otherwise) {
        return knots.isEmpty() ? otherwise : knots.getLast().forecast.target();
    }

    /** What must fit on the price axis. */
    DoubleStream prices() {
        return knots.stream().flatMapToDouble(k -> DoubleStream.of(k.quantile("p025"), k.quantile("p975")));
    }

    void draw(Panel panel) {
        List<Place> places = places();
        band(panel, places, "p025", "p975", Ink.BAND95);
        band(panel, places, "p05", "p95", Ink.BAND90);
        band(panel, places, "p10", "p90", Ink.BAND80);
        band(panel, places, "p25", "p75", Ink.BAND50);
        panel.line(quantile(places, "p50"), Ink.LINE, 0.8);
        for (Knot knot : knots) {
            double median = knot.quantile("p50");
            if (knot.sessions > 0 && Double.isFinite(median)) {
                panel.dot(knot.day, median, 1.6, Ink.LINE);
            }
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 1; i < knots.size(); i++) {
            for (int step = i == 1 ? 0 : 1; step <= STEPS; step++) {
                places.add(new Place(knots.get(i - 1), knots.get(i), (double) step / STEPS));
            }
        }
        return places;
    }

    private static void band(Panel panel, List<Place> places, String lower, String upper, Ink ink) {
        List<Place> known = places.stream()
                .filter(p -> Double.isFinite(p.quantile(lower) + p.quantile(upper)))
                .toList();
        if (!known.isEmpty()) {
            panel.band(quantile(known, lower), quantile(known, upper), ink);
        }
    }

    private static Series quantile(List<Place> places, String name) {
        return Series.of(places, Place::day, p -> p.quantile(name));
    }
}
