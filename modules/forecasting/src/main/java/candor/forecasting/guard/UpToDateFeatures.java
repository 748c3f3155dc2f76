package candor.forecasting.guard;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem.Made;

/**
 * Features see the bar of their own session: with another last bar the last row changes in every column, except in those
 * that are lagged by definition. A column that is a bar late misses the last move.
 */
record UpToDateFeatures() implements Replay {

    static final String NAME = "features up to date";

    @Override
    public GuardResult check(ForecastingSystem system, Made made) {
        int last = made.history().size() - 1;
        FeatureTable before = made.features();
        FeatureTable after =
                system.make(AlteredHistory.withFallAtTheEnd(made.history())).features();
        for (int c = 0; c < before.names().size(); c++) {
            String name = before.names().get(c);
            double value = before.value(last, c);
            if (!laggedByDefinition(name) && Double.isFinite(value) && value == after.value(last, c)) {
                return GuardResult.broken(
                        NAME,
                        "Feature " + name + " at " + made.history().session(last) + " is " + value
                                + " whatever the bar of that session: it is late.");
            }
        }
        return GuardResult.held(
                NAME,
                "With another bar on " + made.history().session(last)
                        + " every feature of that session changes that is not lagged by definition.");
    }

    private static boolean laggedByDefinition(String feature) {
        return feature.contains("_lag") || feature.equals("mom_12_1");
    }
}
