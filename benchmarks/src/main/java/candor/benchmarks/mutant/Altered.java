package candor.benchmarks.mutant;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

/** What was made, with a part of it replaced. */
final class Altered {

    /** The column of {@link #withLevels}. */
    static final String LEVELS = "adjusted_close";

    private Altered() {}

    static Made withRows(Made made, UnaryOperator<BacktestRow> change) {
        Backtest backtest = made.backtest();
        return new Made(
                made.history(),
                made.features(),
                new Backtest(
                        backtest.rows().stream().map(change).toList(),
                        backtest.calibration(),
                        backtest.models(),
                        backtest.refits(),
                        backtest.fitsKept()));
    }

    static BacktestRow withRidge(BacktestRow row, double ridge) {
        return new BacktestRow(
                row.origin(),
                row.target(),
                row.horizon(),
                row.realised(),
                row.candidates().with(OwnRidge.RIDGE, ridge),
                row.sigma(),
                row.quantiles(),
                row.tails(),
                row.longMean());
    }

    static BacktestRow withOutcome(BacktestRow row, double realised) {
        return new BacktestRow(
                row.origin(),
                row.target(),
                row.horizon(),
                realised,
                row.candidates(),
                row.sigma(),
                row.quantiles(),
                row.tails(),
                row.longMean());
    }

    /** The table with another column of that name, or with one more where it has none. */
    static FeatureTable withColumn(FeatureTable table, String name, IntToDoubleFunction value) {
        List<String> names = new ArrayList<>(table.names());
        if (!names.contains(name)) {
            names.add(name);
        }
        double[][] columns = new double[names.size()][table.size()];
        for (int c = 0; c < columns.length; c++) {
            for (int t = 0; t < table.size(); t++) {
                columns[c][t] = names.get(c).equals(name) ? value.applyAsDouble(t) : table.value(t, c);
            }
        }
        return new FeatureTable(names, columns);
    }

    /** The value of a column at a session; NaN outside the table. */
    static double at(FeatureTable table, String name, int session) {
        return session < 0 || session >= table.size()
                ? Double.NaN
                : table.value(session, table.names().indexOf(name));
    }

    /** Adjusted closes as a column. */
    static FeatureTable withLevels(FeatureTable table, PriceHistory history) {
        return withColumn(table, LEVELS, history::adjustedClose);
    }
}
