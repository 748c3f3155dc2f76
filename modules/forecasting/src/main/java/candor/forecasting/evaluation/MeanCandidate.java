package candor.forecasting.evaluation;

import candor.forecasting.walkforward.BacktestRow;

/** The candidates for the mean, in the order of metrics.json. */
enum MeanCandidate {
    ZERO("zero"),
    MEAN("mean"),
    RIDGE("ridge");

    private final String key;

    MeanCandidate(String key) {
        this.key = key;
    }

    /** Its name in metrics.json. */
    String key() {
        return key;
    }

    /** Forecast of the log return over the row's horizon; NaN where there is none. */
    double forecast(BacktestRow row) {
        return switch (this) {
            case ZERO -> row.zero();
            case MEAN -> row.mean();
            case RIDGE -> row.ridge();
        };
    }
}
