package candor.pipeline.stage;

import candor.forecasting.calibration.ConformalState;
import candor.store.checkpoint.ArtefactKey;
import java.util.List;

/** calibration.json: what the intervals have learnt by asOf, one state for each horizon. */
record CalibrationDocument(String schema, List<ConformalState> horizons) {

    static final ArtefactKey<CalibrationDocument> KEY = ArtefactKey.json("calibration.json", CalibrationDocument.class);
}
