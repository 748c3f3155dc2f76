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

    private static final Map<String, String> REGRESSORS = Map.ofEntries(
            Map.entry("log_range", "range, last session"),
            Map.entry("log_range_mean5", "ranges, last 5"),
            Map.entry("log_range_mean22", "ranges, last 22"),
            Map.entry("log_range_mean66", "ranges, last 66"),
            Map.entry("log_range_mean_all", "ranges, all so far"),
            Map.entry("fall", "fall, last session"),
            Map.entry("fall_mean5", "falls, last 5"),
            Map.entry("move", "move, last session"),
            Map.entry("trend22", "trend, last 22"),
            Map.entry("volume_over_month", "volume, last session"),
            Map.entry("volume_mean5_over_month", "volumes, last 5"),
            Map.entry("range_peak5", "largest range, last 5"),
            Map.entry("range_peak22", "largest range, last 22"),
            Map.entry("range_peak60", "largest range, last 60"),
            Map.entry("log_overnight", "gap, last night"),
            Map.entry("log_overnight_mean5", "gaps, last 5 nights"),
            Map.entry("log_overnight_mean22", "gaps, last 22 nights"),
            Map.entry("range_year_ago", "ranges a year ago"),
            Map.entry("range_year_ago_wide", "ranges about a year ago"),
            Map.entry("range_quarter_ago", "ranges a quarter ago"),
            Map.entry("range_half_year_ago", "ranges half a year ago"),
            Map.entry("range_3_quarters_ago", "ranges 3 quarters ago"),
            Map.entry("range_2_years_ago", "ranges 2 years ago"),
            Map.entry("volume_year_ago", "volumes a year ago"),
            Map.entry("volume_year_ago_wide", "volumes about a year ago"),
            Map.entry("volume_quarter_ago", "volumes a quarter ago"),
            Map.entry("volume_half_year_ago", "volumes half a year ago"),
            Map.entry("volume_3_quarters_ago", "volumes 3 quarters ago"));

    private DriversFigures() {}

    /** Of the return: what each feature adds, the largest ones first and those beyond them together. */
    static Figure ofReturn(SortedMap<Integer, Explanation> horizons) {
        List<Column> columns = new ArrayList<>();
        List<String> features = largest(horizons);
        horizons.forEach((sessions, explanation) -> columns.add(column(
                sessions,
                explanation,
                shares(features, explanation, hasOthers(features, horizons)),
                DriversFigures::percent,
                DriversFigures::signed)));
        return SharesChart.of(
                "drivers-return", "Shares in the forecast of the return", labels(features, horizons), columns);
    }

    /** Of the volatility: what each regressor multiplies it with; of many the largest, and those beyond them together. */
    static Figure ofVolatility(SortedMap<Integer, Explanation> horizons) {
        List<String> all = features(horizons);
        List<String> features = all.size() > MOST ? largest(horizons) : all;
        List<Column> columns = new ArrayList<>();
        horizons.forEach((sessions, explanation) -> columns.add(column(
                sessions,
                explanation,
                shares(features, explanation, hasOthers(features, horizons)),
                logVariance -> Numerals.move(StrictMath.exp(logVariance / 2)),
                share -> "\u00d7\u00a0" + Numerals.statistic(StrictMath.exp(share / 2)))));
        return SharesChart.of(
                "drivers-volatility", "Factors of the forecast volatility", labels(features, horizons), columns);
    }

    /** A label for each feature, and one for all others together where there are some. */
    private static List<String> labels(List<String> features, SortedMap<Integer, Explanation> horizons) {
        List<String> labels = new ArrayList<>();
        features.forEach(feature -> labels.add(REGRESSORS.getOrDefault(feature, feature)));
        if (hasOthers(features, horizons)) {
            labels.add(Numerals.count(features(horizons).size() - features.size()) + " others");
        }
        return labels;
    }

    private static boolean hasOthers(List<String> features, SortedMap<Integer, Explanation> horizons) {
        return features(horizons).size() > features.size();
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

    /** One for each feature, and that of all others together where there are some. */
    private static List<Double> shares(List<String> features, Explanation explanation, boolean others) {
        List<Double> shares = new ArrayList<>();
        features.forEach(feature -> shares.add(explanation.contributions().stream()
                .filter(one -> one.feature().equals(feature))
                .mapToDouble(Contribution::contribution)
                .sum()));
        if (others) {
            double shown = shares.stream().mapToDouble(Double::doubleValue).sum();
            shares.add(explanation.total() - explanation.base() - shown);
        }
        return shares;
    }
}
