package candor.forecasting.guard;

import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.MeanMethod;
import candor.forecasting.walkforward.ScaleMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number of a forecast.
 *
 * @param name for messages
 */
record ForecastColumn(String name, ToDoubleFunction<BacktestRow> value) {

    /** Every number that a forecast consists of; its outcome is none. */
    static final List<ForecastColumn> ALL = all();

    private static List<ForecastColumn> all() {
        List<ForecastColumn> columns = new ArrayList<>();
        for (MeanMethod method : MeanMethod.values()) {
            columns.add(new ForecastColumn(method.key(), row -> row.mean(method)));
        }
        for (ScaleMethod method : ScaleMethod.values()) {
            columns.add(new ForecastColumn(
                    "sigma of " + method.key(), row -> row.candidates().sigma(method)));
        }
        columns.add(new ForecastColumn("sigma", BacktestRow::sigma));
        for (int i = 0; i < BacktestRow.PROBABILITIES.size(); i++) {
            int at = i;
            columns.add(new ForecastColumn(
                    "quantile " + BacktestRow.PROBABILITIES.get(i),
                    row -> row.quantiles().get(at)));
        }
        return List.copyOf(columns);
    }
}
