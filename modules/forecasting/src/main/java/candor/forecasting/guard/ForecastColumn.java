package candor.forecasting.guard;

import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.MeanMethod;
import candor.forecasting.walkforward.ScaleMethod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A number of a forecast.
 *
 * @param name for messages
 * @param closedForm whether it follows from prices by arithmetic alone; a search (for a likelihood's maximum, for the
 *     best split) may end elsewhere when its inputs differ by a rounding
 */
record ForecastColumn(String name, boolean closedForm, ToDoubleFunction<BacktestRow> value) {

    private static final Set<MeanMethod> FITTED_BY_SEARCH = EnumSet.of(MeanMethod.BOOSTING, MeanMethod.AVERAGE);

    /** Every number that a forecast consists of; its outcome is none. */
    static final List<ForecastColumn> ALL = all();

    private static List<ForecastColumn> all() {
        List<ForecastColumn> columns = new ArrayList<>();
        for (MeanMethod method : MeanMethod.values()) {
            columns.add(new ForecastColumn(method.key(), !FITTED_BY_SEARCH.contains(method), row -> row.mean(method)));
        }
        for (ScaleMethod method : ScaleMethod.values()) {
            columns.add(new ForecastColumn(
                    "sigma of " + method.key(),
                    method != ScaleMethod.GARCH,
                    row -> row.candidates().sigma(method)));
        }
        columns.add(new ForecastColumn("sigma", true, BacktestRow::sigma));
        for (int i = 0; i < BacktestRow.PROBABILITIES.size(); i++) {
            int at = i;
            columns.add(new ForecastColumn(
                    "quantile " + BacktestRow.PROBABILITIES.get(i),
                    true,
                    row -> row.quantiles().get(at)));
        }
        return List.copyOf(columns);
    }
}
