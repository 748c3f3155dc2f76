package candor.pipeline.stage;

import candor.forecasting.calibration.ConformalState;
import candor.store.checkpoint.ArtefactKey;
import candor.store.json.Json;
import java.util.List;

/** calibration.json: what the intervals have learnt by asOf, one state for each horizon. */
record CalibrationDocument(String schema, List<ConformalState> horizons) {

    static final ArtefactKey<CalibrationDocument> KEY =
            new ArtefactKey<>("calibration.json", CalibrationDocument::read);

    /** Reads the document in today's form or in an earlier one; throws JacksonException that says where it is wrong. */
    static CalibrationDocument read(byte[] bytes) {
        return Json.convert(EarlierCalibrationForms.raised(Json.readTree(bytes)), CalibrationDocument.class);
    }
}
