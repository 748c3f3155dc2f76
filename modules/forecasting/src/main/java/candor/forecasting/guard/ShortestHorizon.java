package candor.forecasting.guard;

import candor.forecasting.walkforward.BacktestRow;
import java.util.Comparator;
import java.util.List;

/** The forecasts of the shortest horizon, whose outcomes overlap least. */
final class ShortestHorizon {

    private ShortestHorizon() {}

    /** By origin; empty where there is no forecast. */
    static List<BacktestRow> of(List<BacktestRow> rows) {
        int shortest = rows.stream().mapToInt(BacktestRow::horizon).min().orElse(0);
        return rows.stream()
                .filter(row -> row.horizon() == shortest)
                .sorted(Comparator.comparing(BacktestRow::origin))
                .toList();
    }
}
