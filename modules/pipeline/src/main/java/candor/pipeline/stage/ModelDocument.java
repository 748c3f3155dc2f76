package candor.pipeline.stage;

import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.TrainedModels;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.settings.SettingsJson;
import candor.store.checkpoint.ArtefactKey;
import candor.store.json.Json;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * model.json: the candidates as fitted at the last refit session.
 *
 * @param attempt whose hyper-parameters were used: 0, or how often a fit before had not converged
 * @param without candidates that were left out because they did not converge
 * @param settings of the first attempt, with the features that there are; the stages after Train take them from here, so
 *     that a run has one
 */
record ModelDocument(int attempt, List<String> without, SettingsInForce settings, TrainedModels models) {

    static final ArtefactKey<ModelDocument> KEY = new ArtefactKey<>("model.json", ModelDocument::read);

    /** As stored. */
    private record Stored(
            String schema, int attempt, List<String> without, SettingsInForce settings, StoredModels models) {}

    ModelDocument {
        without = List.copyOf(without);
    }

    /** Reads the stored form, of this release or of the first; throws {@link JacksonException} that says where it is wrong. */
    static ModelDocument read(byte[] bytes) {
        JsonNode tree = FirstModelForm.raised(Json.readTree(bytes));
        Stored stored = SettingsJson.FORM.convert(tree, Stored.class);
        try {
            return new ModelDocument(
                    stored.attempt(),
                    stored.without(),
                    stored.settings(),
                    stored.models().toModels());
        } catch (IllegalArgumentException e) {
            throw (JacksonException) MismatchedInputException.from(null, Stored.class, "models: " + e.getMessage())
                    .initCause(e);
        }
    }

    /** The stored form. */
    byte[] write() {
        return SettingsJson.FORM.write(new Stored(Schemas.MODEL, attempt, without, settings, StoredModels.of(models)));
    }

    /** The hyper-parameters of this attempt. */
    ForecastSettings tried() {
        return settings.values().attempt(attempt);
    }
}
