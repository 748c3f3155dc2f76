package candor.forecasting.evaluation.scorecard;

import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Outcomes while a price stands still: {@value #LEAST_IN_A_ROW} or more in a row that are exactly 0. A variance forecast
 * is the better there the nearer it is to nothing, whatever it knows, so that they are no evidence of skill. Moving prices
 * hardly ever show such a row: of 100 large US companies in up to 24 years none has more than 3.
 */
public final class Standstill {

    /** As many outcomes of 0 in a row are no coincidence. */
    public static final int LEAST_IN_A_ROW = 5;

    private Standstill() {}

    /**
     * The rows whose outcomes say something about a variance forecast.
     *
     * @param rows of one horizon with known outcomes, in time order
     */
    public static List<BacktestRow> without(List<BacktestRow> rows) {
        List<BacktestRow> moving = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); ) {
            int end = from;
            while (end < rows.size() && rows.get(end).realised() == 0) {
                end++;
            }
            int next = Math.max(end, from + 1);
            if (end - from < LEAST_IN_A_ROW) {
                moving.addAll(rows.subList(from, next));
            }
            from = next;
        }
        return moving;
    }
}
