package candor.forecasting.evaluation;

import candor.forecasting.walkforward.BacktestRow;

/** The candidates for the variance, in the order of metrics.json. */
enum ScaleCandidate {
    EWMA("ewma"),
    LOG_HAR_L("logHarL");

    private final String key;

    ScaleCandidate(String key) {
        this.key = key;
    }

    /** Its name in metrics.json. */
    String key() {
        return key;
    }

    /** Variance forecast of the log return over the row's horizon; NaN where there is none. */
    double variance(BacktestRow row) {
        double standardDeviation = switch (this) {
            case EWMA -> row.sigmaEwma();
            case LOG_HAR_L -> row.sigmaLogHar();
        };
        return standardDeviation * standardDeviation;
    }
}
