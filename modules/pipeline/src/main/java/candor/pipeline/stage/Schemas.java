package candor.pipeline.stage;

/** The names of the documents that stages store, each with its version. */
final class Schemas {

    static final String RETRIEVAL = "candor/retrieval/1";
    static final String CLEANING = "candor/cleaning/1";
    static final String FEATURES = "candor/features/1";
    static final String EXPLORATION = "candor/exploration/1";
    static final String MODEL = "candor/model/2";
    static final String CALIBRATION = "candor/calibration/3";
    static final String EVALUATION = "candor/evaluation/1";
    static final String PROMOTION = "candor/promotion/1";
    static final String FORECAST = "candor/forecast/1";
    static final String METRICS = "candor/metrics/1";
    static final String SCORING = "candor/scoring/1";
    static final String SCORES = "candor/scores/1";
    static final String MONITORING = "candor/monitoring/1";

    private Schemas() {}
}
