package candor.cleaning;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.util.List;

/** How adjusted closes follow from closes as traded, for sources that have none of their own. */
@FunctionalInterface
public interface AdjustedCloses {

    /**
     * One positive level for each bar.
     *
     * @param bars as traded, strictly ascending by session
     * @param actions ascending by session; some may lie on sessions without a bar
     */
    double[] of(List<Bar> bars, List<CorporateAction> actions);
}
