package candor.forecasting.walkforward;

import candor.forecasting.candidate.CandidateSettings;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.learning.HyperParameters;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is forecast and with which hyper-parameters.
 *
 * @param horizons sessions, ascending, each &ge; 1
 * @param minimumRows rows (all features defined, next return known) before the first origin, &ge; 30
 * @param refitEvery sessions between refits, counted from the first origin, &ge; 1
 * @param features columns of the feature table that candidates look at, unique
 * @param levels nominal coverages of the intervals, ascending, between 0 and 1
 * @param gamma step of the adaptive conformal intervals by horizon, between 0 and 1
 * @param calibrationWarmUp scores before the first interval, &ge; 1
 * @param candidates what is set of each candidate
 */
public record ForecastSettings(
        List<Integer> horizons,
        int minimumRows,
        int refitEvery,
        List<String> features,
        List<Double> levels,
        Map<Integer, Double> gamma,
        int calibrationWarmUp,
        CandidateSettings candidates) {

    /** The features that do not depend on the level of prices, as the feature table names them. */
    public static final List<String> STATIONARY_FEATURES = List.of(
            "logret",
            "logret_lag1",
            "logret_lag2",
            "logret_lag3",
            "logret_lag5",
            "logret_lag10",
            "logret_lag21",
            "ret_mean5",
            "ret_mean10",
            "ret_mean21",
            "ret_mean63",
            "ret_std5",
            "ret_std10",
            "ret_std21",
            "ret_std63",
            "close_sma5",
            "close_sma10",
            "close_sma20",
            "close_sma50",
            "close_sma200",
            "rsi14",
            "macd_log",
            "macd_signal_log",
            "macd_hist_log",
            "bb_pctb20",
            "bb_width20",
            "atr14_over_close",
            "garman_klass",
            "parkinson",
            "rogers_satchell",
            "yang_zhang21",
            "overnight",
            "amihud21",
            "volume_z21",
            "high52w_ratio",
            "close52w_ratio",
            "mom_12_1");

    public ForecastSettings {
        horizons = List.copyOf(horizons);
        features = List.copyOf(features);
        levels = List.copyOf(levels);
        // A sorted map: its order reaches artefacts, and Map.copyOf has another one in every process.
        gamma = Collections.unmodifiableMap(new TreeMap<>(gamma));
        require(ascending(horizons) && horizons.getFirst() >= 1, "horizons", horizons, "ascending from 1 up");
        require(minimumRows >= 30, "minimumRows", minimumRows, "at least 30");
        require(refitEvery >= 1, "refitEvery", refitEvery, "at least 1");
        require(
                !features.isEmpty() && new HashSet<>(features).size() == features.size(),
                "features",
                features,
                "at least one, none twice");
        require(
                ascending(levels) && levels.stream().allMatch(ForecastSettings::inside),
                "levels",
                levels,
                "ascending, between 0 and 1");
        require(
                gamma.keySet().containsAll(horizons) && gamma.values().stream().allMatch(ForecastSettings::inside),
                "gamma",
                gamma,
                "one between 0 and 1 for each of the horizons " + horizons);
        require(calibrationWarmUp >= 1, "calibrationWarmUp", calibrationWarmUp, "at least 1");
    }

    /**
     * What is tried after a fit that did not converge: ten times the penalties, other starting values.
     *
     * @param attempt 0 for these settings, 1 to 3 for the next
     */
    public ForecastSettings attempt(int attempt) {
        return withCandidates(candidates.attempt(attempt));
    }

    /** The same settings with another beginning: rows before the first origin, scores before the first interval. */
    public ForecastSettings withBeginning(int rows, int warmUp) {
        return new ForecastSettings(horizons, rows, refitEvery, features, levels, gamma, warmUp, candidates);
    }

    /**
     * The same settings with those of the features that a table has.
     *
     * @throws IllegalArgumentException where it has none of them
     */
    public ForecastSettings withFeaturesOf(FeatureTable table) {
        return withFeatures(features.stream().filter(table.names()::contains).toList());
    }

    /** The same settings with other features. */
    public ForecastSettings withFeatures(List<String> others) {
        return new ForecastSettings(
                horizons, minimumRows, refitEvery, others, levels, gamma, calibrationWarmUp, candidates);
    }

    /** The same settings with other ones of a candidate. */
    public ForecastSettings with(String candidate, HyperParameters own) {
        return withCandidates(candidates.with(candidate, own));
    }

    /** The same settings with other ones of the candidates. */
    public ForecastSettings withCandidates(CandidateSettings others) {
        return new ForecastSettings(
                horizons, minimumRows, refitEvery, features, levels, gamma, calibrationWarmUp, others);
    }

    /** The product's settings: horizons 1, 5, 21; first origin after 504 rows; refit every 21 sessions. */
    public static ForecastSettings standard() {
        return new ForecastSettings(
                List.of(1, 5, 21),
                504,
                21,
                STATIONARY_FEATURES,
                List.of(0.5, 0.8, 0.9, 0.95, 0.99),
                Map.of(1, 0.002, 5, 0.001, 21, 0.0005),
                250,
                CandidateSettings.standard());
    }

    private static void require(boolean held, String field, Object value, String wanted) {
        if (!held) {
            throw new IllegalArgumentException(field + " is " + value + "; want " + wanted);
        }
    }

    private static boolean inside(double share) {
        return share > 0 && share < 1;
    }

    private static <T extends Comparable<T>> boolean ascending(List<T> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
                return false;
            }
        }
        return !values.isEmpty();
    }
}
