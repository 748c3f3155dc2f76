package candor.forecasting.guard;

import candor.forecasting.calibration.TailState;
import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidate.Kind;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number of a forecast.
 *
 * @param name for messages
 * @param closedForm whether it follows from prices by arithmetic alone; a search (for a likelihood's maximum, for the
 *     best split) may end elsewhere when its inputs differ by a rounding
 */
record ForecastColumn(String name, boolean closedForm, ToDoubleFunction<BacktestRow> value) {

    /** Every number that a forecast consists of; its outcome is none. */
    static final List<ForecastColumn> ALL = all();

    private static List<ForecastColumn> all() {
        List<ForecastColumn> columns = new ArrayList<>();
        for (Candidate candidate : Candidates.ALL) {
            columns.add(new ForecastColumn(
                    candidate.kind() == Kind.SCALE ? "sigma of " + candidate.key() : candidate.key(),
                    !candidate.bySearch(),
                    row -> row.forecast(candidate)));
        }
        columns.add(new ForecastColumn("sigma", true, BacktestRow::sigma));
        for (int i = 0; i < BacktestRow.PROBABILITIES.size(); i++) {
            int at = i;
            columns.add(new ForecastColumn(
                    "quantile " + BacktestRow.PROBABILITIES.get(i),
                    true,
                    row -> row.quantiles().get(at)));
        }
        for (int i = 0; i < TailState.PROBABILITIES.size(); i++) {
            int at = i;
            columns.add(new ForecastColumn(
                    "tail quantile " + TailState.PROBABILITIES.get(i),
                    true,
                    row -> row.tails().get(at)));
        }
        return List.copyOf(columns);
    }
}
