package candor.benchmarks.panel;

import candor.forecasting.evaluation.test.DayClustered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A candidate for the mean over all symbols' next sessions together, with intervals that count a day's symbols as one.
 *
 * @param direction share of forecasts that agree with the outcome on whether it is above 0
 * @param loss squared error less that of the random walk; below 0 where the candidate is better
 */
record Pooled(String candidate, DayClustered direction, DayClustered loss) {

    /** One for each candidate that has forecasts on two days at least. */
    static List<Pooled> of(List<NextSession> symbols) {
        Set<String> names = new LinkedHashSet<>();
        symbols.forEach(symbol -> symbol.candidates().forEach(candidate -> names.add(candidate.name())));
        List<Pooled> pooled = new ArrayList<>();
        for (String name : names) {
            SortedMap<LocalDate, List<Double>> hits = byDay(symbols, name, NextSession.Outcome::hits);
            if (hits.size() >= 2) {
                pooled.add(new Pooled(
                        name,
                        DayClustered.mean(hits),
                        DayClustered.mean(byDay(symbols, name, NextSession.Outcome::losses))));
            }
        }
        return pooled;
    }

    private static SortedMap<LocalDate, List<Double>> byDay(
            List<NextSession> symbols, String name, Function<NextSession.Outcome, List<Double>> observed) {
        SortedMap<LocalDate, List<Double>> byDay = new TreeMap<>();
        for (NextSession symbol : symbols) {
            for (NextSession.Outcome candidate : symbol.candidates()) {
                List<Double> values = candidate.name().equals(name) ? observed.apply(candidate) : List.of();
                for (int t = 0; t < values.size(); t++) {
                    if (Double.isFinite(values.get(t))) {
                        byDay.computeIfAbsent(symbol.days().get(t), day -> new ArrayList<>())
                                .add(values.get(t));
                    }
                }
            }
        }
        return byDay;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-9s direction %.2f %% (%.2f to %.2f), squared error less the random walk's %+.4f (%+.4f to %+.4f) x 10^-4",
                candidate,
                100 * direction.value(),
                100 * direction.lower(),
                100 * direction.upper(),
                1e4 * loss.value(),
                1e4 * loss.lower(),
                1e4 * loss.upper());
    }
}
