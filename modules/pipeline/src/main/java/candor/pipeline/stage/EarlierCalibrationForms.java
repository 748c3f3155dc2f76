package candor.pipeline.stage;

import candor.forecasting.calibration.TailState;
import candor.store.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * calibration.json as earlier releases stored it. The first, candor/calibration/1, had no tails: its scores have no sign,
 * so each counts at both ends until the next run has made the errors anew. candor/calibration/2 had no tempered scores,
 * as no champion tempered any.
 */
final class EarlierCalibrationForms {

    private static final String FIRST = "candor/calibration/1";
    private static final String SECOND = "candor/calibration/2";

    private EarlierCalibrationForms() {}

    /** The document in today's form, be it in that one already or in an earlier one. */
    static JsonNode raised(JsonNode document) {
        String schema = document.path("schema").asString("");
        if (document instanceof ObjectNode fields && (schema.equals(FIRST) || schema.equals(SECOND))) {
            fields.put("schema", Schemas.CALIBRATION);
            document.path("horizons").forEach(horizon -> raiseHorizon(horizon, schema.equals(FIRST)));
        }
        return document;
    }

    private static void raiseHorizon(JsonNode horizon, boolean withoutTails) {
        if (horizon instanceof ObjectNode fields) {
            fields.putArray("tempered");
        }
        if (withoutTails && horizon instanceof ObjectNode fields) {
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
