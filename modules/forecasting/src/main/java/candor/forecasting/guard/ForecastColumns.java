package candor.forecasting.guard;

import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The numbers of a forecast, all but its outcome. */
final class ForecastColumns {

    /** Candidates for the mean, by name. */
    static final Map<String, ToDoubleFunction<BacktestRow>> MEANS = means();

    /** Every number that a forecast consists of, by name. */
    static final List<Column> ALL = all();

    private ForecastColumns() {}

    record Column(String name, ToDoubleFunction<BacktestRow> value) {}

    private static Map<String, ToDoubleFunction<BacktestRow>> means() {
        Map<String, ToDoubleFunction<BacktestRow>> means = new LinkedHashMap<>();
        means.put("zero", BacktestRow::zero);
        means.put("mean", BacktestRow::mean);
        means.put("ridge", BacktestRow::ridge);
        return Collections.unmodifiableMap(means);
    }

    private static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        MEANS.forEach((name, value) -> columns.add(new Column(name, value)));
        columns.add(new Column("sigma of ewma", BacktestRow::sigmaEwma));
        columns.add(new Column("sigma of logHarL", BacktestRow::sigmaLogHar));
        columns.add(new Column("sigma", BacktestRow::sigma));
        for (int i = 0; i < BacktestRow.PROBABILITIES.size(); i++) {
            int at = i;
            columns.add(new Column(
                    "quantile " + BacktestRow.PROBABILITIES.get(at),
                    row -> row.quantiles().get(at)));
        }
        return List.copyOf(columns);
    }
}
