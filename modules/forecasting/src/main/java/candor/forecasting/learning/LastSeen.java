package candor.forecasting.learning;

import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;

/** Where a model that has seen sessions through a date stands in a view. */
public final class LastSeen {

    private LastSeen() {}

    /**
     * The index of the last session that a model saw.
     *
     * @throws IllegalArgumentException if the view ends before that session or does not hold it: the model would know
     *     what the view does not
     */
    public static int indexIn(PriceHistory visible, LocalDate through) {
        int index = visible.indexOf(through);
        if (index < 0) {
            throw new IllegalArgumentException("the model has seen " + through + ", the history visible at the origin ("
                    + visible.session(0) + ".." + visible.session(visible.size() - 1)
                    + ") has no such session; use a model fitted on this history");
        }
        return index;
    }
}
