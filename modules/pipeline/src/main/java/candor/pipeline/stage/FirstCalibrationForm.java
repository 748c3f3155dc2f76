package candor.pipeline.stage;

import candor.forecasting.calibration.TailState;
import candor.store.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * calibration.json as the first release stored it, candor/calibration/1: without tails. Its scores have no sign, so each
 * counts at both ends until the next run has made the errors anew.
 */
final class FirstCalibrationForm {

    private static final String SCHEMA = "candor/calibration/1";

    private FirstCalibrationForm() {}

    /** The document in today's form, be it in that one already or in the first. */
    static JsonNode raised(JsonNode document) {
        if (document instanceof ObjectNode fields
                && document.path("schema").asString("").equals(SCHEMA)) {
            fields.put("schema", Schemas.CALIBRATION);
            document.path("horizons").forEach(FirstCalibrationForm::raiseHorizon);
        }
        return document;
    }

    private static void raiseHorizon(JsonNode horizon) {
        if (horizon instanceof ObjectNode fields) {
            List<Double> errors = new ArrayList<>();
            horizon.path("scores").forEach(score -> {
                errors.add(-score.asDouble());
                errors.add(score.asDouble());
            });
            TailState tails = new TailState(
                    TailState.START.alphas(), errors.stream().sorted().toList());
            fields.set("tails", Json.toTree(tails));
        }
    }
}
