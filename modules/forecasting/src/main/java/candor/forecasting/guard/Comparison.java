package candor.forecasting.guard;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds the first difference between what a system made of two histories.
 *
 * @param tolerance absolute for forecasts, which are log returns, relative to the largest value of its column for a
 *     feature; 0 for the same bits. Only these are demanded of what is found by a search
 */
record Comparison(double tolerance) {

    /** Bit for bit. */
    static final Comparison EXACT = new Comparison(0);

    /**
     * Features and forecasts up to a session, both included. Outcomes are not compared: they do lie in the future.
     *
     * @param last index of the session, in both histories
     * @param unit what a feature of the first is multiplied with before it is compared, by name
     */
    Optional<String> firstDifference(Made one, Made other, int last, ToDoubleFunction<String> unit) {
        return features(one, other, last, unit).or(() -> forecasts(one, other, last));
    }

    /** The same for features in equal units. */
    Optional<String> firstDifference(Made one, Made other, int last) {
        return firstDifference(one, other, last, name -> 1);
    }

    private Optional<String> features(Made one, Made other, int last, ToDoubleFunction<String> unit) {
        FeatureTable a = one.features();
        FeatureTable b = other.features();
        for (int c = 0; c < a.names().size(); c++) {
            String name = a.names().get(c);
            double factor = unit.applyAsDouble(name);
            double allowed = tolerance == 0 ? 0 : tolerance * magnitude(b, c, last);
            for (int t = 0; t <= last; t++) {
                double want = a.value(t, c) * factor;
                double got = b.value(t, c);
                if (differ(want, got, allowed)) {
                    return Optional.of("feature " + name + " at "
                            + one.history().session(t) + " is " + got + " instead of " + want);
                }
            }
        }
        return Optional.empty();
    }

    private static double magnitude(FeatureTable table, int column, int last) {
        double largest = 0;
        for (int t = 0; t <= last; t++) {
            double value = Math.abs(table.value(t, column));
            largest = value > largest ? value : largest;
        }
        return largest;
    }

    private Optional<String> forecasts(Made one, Made other, int last) {
        List<BacktestRow> a = upTo(one, last);
        List<BacktestRow> b = upTo(other, last);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            BacktestRow want = a.get(i);
            BacktestRow got = b.get(i);
            if (!want.origin().equals(got.origin()) || want.horizon() != got.horizon()) {
                return Optional.of("the forecast " + (i + 1) + " is made at " + got.origin() + " for " + got.horizon()
                        + " sessions instead of at " + want.origin() + " for " + want.horizon());
            }
            for (ForecastColumn column : ForecastColumn.ALL) {
                double before = column.value().applyAsDouble(want);
                double after = column.value().applyAsDouble(got);
                if ((column.closedForm() || tolerance == 0) && differ(before, after, tolerance)) {
                    return Optional.of(column.name() + " at " + want.origin() + " for " + want.horizon()
                            + " sessions is " + after + " instead of " + before);
                }
            }
        }
        return a.size() == b.size()
                ? Optional.empty()
                : Optional.of("there are " + b.size() + " forecasts up to "
                        + one.history().session(last) + " instead of " + a.size());
    }

    private static List<BacktestRow> upTo(Made made, int last) {
        LocalDate end = made.history().session(last);
        return made.backtest().rows().stream()
                .filter(row -> !row.origin().isAfter(end))
                .toList();
    }

    private static boolean differ(double want, double got, double allowed) {
        if (Double.isNaN(want) || Double.isNaN(got)) {
            return Double.isNaN(want) != Double.isNaN(got);
        }
        return want != got && !(Math.abs(want - got) <= allowed);
    }
}
