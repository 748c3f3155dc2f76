package candor.pipeline.stage;

import candor.pipeline.settings.FirstSettingsForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** model.json as the first release stored it, candor/model/1: a field for each of the eight candidates of that time. */
final class FirstModelForm {

    private static final String SCHEMA = "candor/model/1";

    private FirstModelForm() {}

    /** The document in today's form, be it in that one already or in the first. */
    static JsonNode raised(JsonNode document) {
        if (!document.path("schema").asString("").equals(SCHEMA)
                || !(document.path("models") instanceof ObjectNode models)
                || !(document.at("/settings/values") instanceof ObjectNode settings)) {
            return document;
        }
        FirstSettingsForm.raise(settings);
        ObjectNode candidates = models.objectNode();
        candidates.putObject("zero");
        candidates.putObject("average");
        move(models, "ewma", candidates, "ewma");
        move(models, "garch", candidates, "garch");
        models.path("horizons").forEach(FirstModelForm::raiseHorizon);
        models.set("candidates", candidates);
        return document;
    }

    private static void raiseHorizon(JsonNode horizon) {
        if (horizon instanceof ObjectNode fields) {
            ObjectNode candidates = fields.objectNode();
            move(fields, "mean", candidates, "mean");
            move(fields, "ridge", candidates, "ridge");
            move(fields, "boosting", candidates, "boosting");
            move(fields, "logHar", candidates, "logHarL");
            fields.set("candidates", candidates);
        }
    }

    private static void move(ObjectNode from, String field, ObjectNode to, String key) {
        JsonNode value = from.remove(field);
        if (value != null) {
            to.set(key, value);
        }
    }
}
