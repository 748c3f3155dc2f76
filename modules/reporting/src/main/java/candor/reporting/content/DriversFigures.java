package candor.reporting.content;

import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.reporting.chart.SharesChart;
import candor.reporting.chart.SharesChart.Column;
import candor.reporting.plot.Figure;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.DoubleFunction;

/** Shares in the champions' forecasts as figures; explanations by horizon, at least one. */
final class DriversFigures {

    private static final int MOST = 10;

    private static final Map<String, String> REGRESSORS = Map.of(
            "log_range", "range, last session",
            "log_range_mean5", "ranges, last 5",
            "log_range_mean22", "ranges, last 22",
            "fall", "fall, last session",
            "fall_mean5", "falls, last 5");

    private DriversFigures() {}

    /** Of the return: what each feature adds, the largest ones first and those beyond them together. */
    static Figure ofReturn(SortedMap<Integer, Explanation> horizons) {
        List<String> features = largest(horizons);
        int others = features(horizons).size() - features.size();
        List<String> labels = new ArrayList<>(features);
        if (others > 0) {
            labels.add(Numerals.count(others) + " others");
        }
        List<Column> columns = new ArrayList<>();
        horizons.forEach((sessions, explanation) -> {
            List<Double> shares = new ArrayList<>(shares(features, explanation));
            if (others > 0) {
                double shown = shares.stream().mapToDouble(Double::doubleValue).sum();
                shares.add(explanation.total() - explanation.base() - shown);
            }
            columns.add(column(sessions, explanation, shares, DriversFigures::percent, DriversFigures::signed));
        });
        return SharesChart.of("drivers-return", "Shares in the forecast of the return", labels, columns);
    }

    /** Of the volatility: what each regressor multiplies it with. */
    static Figure ofVolatility(SortedMap<Integer, Explanation> horizons) {
        List<String> features = features(horizons);
        List<String> labels = features.stream()
                .map(feature -> REGRESSORS.getOrDefault(feature, feature))
                .toList();
        List<Column> columns = new ArrayList<>();
        horizons.forEach((sessions, explanation) -> columns.add(column(
                sessions,
                explanation,
                shares(features, explanation),
                logVariance -> Numerals.move(StrictMath.exp(logVariance / 2)),
                share -> "\u00d7\u00a0" + Numerals.statistic(StrictMath.exp(share / 2)))));
        return SharesChart.of("drivers-volatility", "Factors of the forecast volatility", labels, columns);
    }

    private static Column column(
            int sessions,
            Explanation explanation,
            List<Double> shares,
            DoubleFunction<String> level,
            DoubleFunction<String> share) {
        return new Column(
                Names.sessions(sessions) + ": " + level.apply(explanation.base()) + " to "
                        + level.apply(explanation.total()),
                shares,
                shares.stream().map(share::apply).toList());
    }

    private static String percent(double logReturn) {
        return Numerals.meanMove(logReturn);
    }

    private static String signed(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    /** The features whose shares, each relative to the largest of its horizon, are the largest. */
    private static List<String> largest(SortedMap<Integer, Explanation> horizons) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Explanation explanation : horizons.values()) {
            double most = explanation.contributions().stream()
                    .mapToDouble(one -> Math.abs(one.contribution()))
                    .max()
                    .orElse(0);
            for (Contribution one : explanation.contributions()) {
                weights.merge(one.feature(), most > 0 ? Math.abs(one.contribution()) / most : 0, Math::max);
            }
        }
        return weights.entrySet().stream()
                .filter(weight -> weight.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> features(SortedMap<Integer, Explanation> horizons) {
        return horizons.values().stream()
                .flatMap(explanation -> explanation.contributions().stream())
                .map(Contribution::feature)
                .distinct()
                .toList();
    }

    private static List<Double> shares(List<String> features, Explanation explanation) {
        return features.stream()
                .map(feature -> explanation.contributions().stream()
                        .filter(one -> one.feature().equals(feature))
                        .mapToDouble(Contribution::contribution)
                        .sum())
                .toList();
    }
}
