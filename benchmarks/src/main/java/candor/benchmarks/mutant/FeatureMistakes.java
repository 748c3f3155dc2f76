package candor.benchmarks.mutant;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.market.PriceHistory;
import java.util.Arrays;
import java.util.List;

/** Mistakes in what the models are shown. */
final class FeatureMistakes {

    private static final String SHIFTED = "close_sma5";

    private FeatureMistakes() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "feature-one-bar-ahead",
                        "One feature of a session is computed with the bar of the next one.",
                        List.of("prefix invariance", "too good to be true"),
                        Mutant.forecasting(stock -> shifted(stock, 1))),
                new Mutant(
                        "feature-one-bar-late",
                        "One feature of a session is that of the session before.",
                        List.of("features up to date"),
                        Mutant.forecasting(stock -> shifted(stock, -1))),
                new Mutant(
                        "label-as-feature",
                        "The next return, the label, is among the features.",
                        List.of("prefix invariance", "label is no feature", "too good to be true"),
                        Mutant.forecasting(FeatureMistakes::withNextReturn)),
                new Mutant(
                        "scaler-on-all-data",
                        "Features are standardised with mean and deviation of the whole history.",
                        List.of("prefix invariance"),
                        Mutant.forecasting(stock -> Pipeline.withFeatures(stock, (own, history) -> standardised(own)))),
                new Mutant(
                        "adjusted-levels-as-features",
                        "The adjusted close itself is a feature.",
                        List.of("scale invariance"),
                        Mutant.forecasting(stock -> Pipeline.withFeatures(stock, Altered::withLevels))));
    }

    private static ForecastingSystem shifted(Specimen stock, int sessions) {
        return Pipeline.withFeatures(
                stock, (own, history) -> Altered.withColumn(own, SHIFTED, t -> Altered.at(own, SHIFTED, t + sessions)));
    }

    private static ForecastingSystem withNextReturn(Specimen stock) {
        return Pipeline.withFeatures(
                stock, (own, history) -> Altered.withColumn(own, "next_return", t -> nextReturn(history, t)));
    }

    /** Without a next session there is nothing to drop the last row for: it gets a zero, as such pipelines fill it. */
    private static double nextReturn(PriceHistory history, int session) {
        return session + 1 < history.size()
                ? StrictMath.log(history.adjustedClose(session + 1) / history.adjustedClose(session))
                : 0;
    }

    private static FeatureTable standardised(FeatureTable own) {
        double[][] columns = new double[own.names().size()][own.size()];
        for (int c = 0; c < columns.length; c++) {
            for (int t = 0; t < own.size(); t++) {
                columns[c][t] = own.value(t, c);
            }
            double[] defined =
                    Arrays.stream(columns[c]).filter(Double::isFinite).toArray();
            double mean = Sums.mean(defined);
            double deviation = Sums.deviation(defined);
            for (int t = 0; t < own.size(); t++) {
                columns[c][t] = (columns[c][t] - mean) / deviation;
            }
        }
        return new FeatureTable(own.names(), columns);
    }
}
