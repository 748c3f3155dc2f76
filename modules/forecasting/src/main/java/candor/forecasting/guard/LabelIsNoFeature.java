package candor.forecasting.guard;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.util.SortedMap;
import java.util.TreeMap;

/** No feature is the outcome it is to forecast: their correlation, at any horizon, stays below one. */
record LabelIsNoFeature() implements Audit {

    static final String NAME = "label is no feature";

    private static final double SAME = 0.999;
    private static final int FEWEST = 30;

    @Override
    public GuardResult check(Made made) {
        FeatureTable features = made.features();
        SortedMap<Integer, Pairs[]> byHorizon = new TreeMap<>();
        for (BacktestRow row : made.backtest().rows()) {
            Pairs[] pairs = byHorizon.computeIfAbsent(row.horizon(), horizon -> none(features));
            int origin = made.history().indexOf(row.origin());
            for (int c = 0; c < pairs.length; c++) {
                pairs[c].add(features.value(origin, c), row.realised());
            }
        }
        for (var entry : byHorizon.entrySet()) {
            for (int c = 0; c < entry.getValue().length; c++) {
                Pairs pairs = entry.getValue()[c];
                if (pairs.size() >= FEWEST && Math.abs(pairs.correlation()) > SAME) {
                    return GuardResult.broken(
                            NAME,
                            "Feature " + features.names().get(c) + " is the outcome over " + entry.getKey()
                                    + " sessions itself: their correlation over " + pairs.size() + " forecasts is "
                                    + pairs.correlation() + ".");
                }
            }
        }
        return GuardResult.held(NAME, "None of the " + features.names().size() + " features is the outcome itself.");
    }

    private static Pairs[] none(FeatureTable features) {
        Pairs[] pairs = new Pairs[features.names().size()];
        for (int c = 0; c < pairs.length; c++) {
            pairs[c] = new Pairs();
        }
        return pairs;
    }
}
