package candor.forecasting.candidate;

import candor.forecasting.calibration.Pool;
import candor.forecasting.learning.HyperParameters;
import candor.forecasting.learning.NothingToSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One way to forecast the mean or the scale of a return. What the walk-forward, the guards, the gate, the tables, the
 * report and the settings have to know of it stands here; {@link Candidates#ALL} lists those that there are.
 */
public interface Candidate {

    /** What is forecast. */
    enum Kind {
        /** The expected log return. */
        MEAN,
        /** The standard deviation of the log return. */
        SCALE
    }

    /** How coefficients are found. */
    enum Fit {
        /** There are none, or they follow every session. Such a candidate always has a forecast. */
        NONE,
        /** By arithmetic. */
        CLOSED_FORM,
        /** By a search, which may end elsewhere when its inputs differ by a rounding. */
        SEARCH
    }

    /** Its name in metrics, settings, files and messages; unique. */
    String key();

    /** What it is called in a table, as in {@code ridge regression}. */
    String words();

    /** What it is called in a sentence, as in {@code the random walk}. */
    default String inSentence() {
        return words();
    }

    Kind kind();

    /** How its own coefficients are found. */
    default Fit fit() {
        return Fit.NONE;
    }

    /** Whether a search decides on the forecast. */
    default boolean bySearch() {
        return fit() == Fit.SEARCH;
    }

    /** Its column of backtest.csv; unique. */
    default String column() {
        return kind() == Kind.SCALE ? "sigma_" + key().toLowerCase(Locale.ROOT) : key();
    }

    /** Sessions before the origin that a forecast looks back on, beyond what the model carries along. */
    default int lookBack() {
        return usesFeatures() ? Candidates.LOOK_BACK_OF_FEATURES : 0;
    }

    /**
     * The first origin, counted in sessions from the history's first, that it can forecast from without waiting for as many
     * rows as the settings ask for; empty where it waits.
     */
    default OptionalInt earliestOrigin() {
        return OptionalInt.empty();
    }

    /**
     * Bars before a forecast over so many sessions is issued. Earlier ones are made, as calibration learns from them, but
     * their intervals are known to cover too little.
     */
    default int barsBeforeIssue(int horizon) {
        return 0;
    }

    /** Whether it forecasts over so many sessions at all. */
    default boolean forecasts(int horizon) {
        return true;
    }

    /**
     * Scores of other symbols that count beside the own ones where this is the champion for the scale.
     *
     * @param levels nominal coverages of the intervals
     */
    default Pool pool(int horizon, List<Double> levels) {
        return Pool.NONE;
    }

    /** Sessions since the last break of the history without which it has no forecast. */
    default int unbroken() {
        return lookBack();
    }

    /** Whose past counts beside the symbol's own, in words; empty where nobody's does. */
    default String others() {
        return "";
    }

    /** Whether it looks at the feature table. */
    default boolean usesFeatures() {
        return false;
    }

    /** Whether one model serves all horizons. */
    default boolean servesAllHorizons() {
        return false;
    }

    /** Whether it has no forecast where these candidates are left out. */
    default boolean isWithout(Collection<String> leftOut) {
        return fit() != Fit.NONE && leftOut.contains(key());
    }

    /** Key of the candidate of the same kind that forecasts where this one is left out. */
    default String fallback() {
        return kind() == Kind.MEAN ? Candidates.ZERO.key() : Candidates.LOG_HAR_L.key();
    }

    /**
     * What the report says where a forecast has no explanation; completes a sentence that begins with {@code The forecast
     * of the return is} or {@code That of the volatility is}.
     */
    default String unexplained() {
        return "by " + words()
                + (kind() == Kind.MEAN
                        ? ", which looks at no feature."
                        : ", made from past returns alone: there are no regressors to show.");
    }

    /** Sentences on the names of its regressors; empty where they need none. */
    default String terms() {
        return "";
    }

    /** What is built in of that which a person may set. */
    default HyperParameters standardSettings() {
        return new NothingToSet();
    }

    /** Something that takes in a history from its first session on and can be fitted. */
    Learner learner(LearningTask task);

    /** The record that holds all that a fitted model knows. */
    Class<? extends Record> stateType();

    /** The model that a state of {@link #stateType()} was taken from. */
    Model restored(Record state);
}
