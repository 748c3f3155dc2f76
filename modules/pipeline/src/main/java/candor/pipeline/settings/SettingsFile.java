package candor.pipeline.settings;

import candor.forecasting.feature.FeatureDefinition;
import candor.forecasting.feature.Features;
import candor.forecasting.walkforward.ForecastSettings;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of hyper-parameters: JSON with fields of {@link ForecastSettings}; what it does not name is as built in.
 *
 * @param settings complete
 * @param saysNothing whether it names no field
 */
record SettingsFile(ForecastSettings settings, boolean saysNothing) {

    /**
     * Reads and checks a file.
     *
     * @param name for messages
     * @throws InputRefused that names the file, the field, its value and what is wanted
     */
    static SettingsFile read(String name, byte[] file) {
        JsonNode tree = parse(name, file);
        try {
            if (tree instanceof ObjectNode given) {
                FirstSettingsForm.raise(given);
            }
            JsonNode standard = SettingsJson.FORM.toTree(ForecastSettings.standard());
            RecordShape.of(ForecastSettings.class).overlay("", (ObjectNode) standard, tree);
            ForecastSettings settings = SettingsJson.FORM.convert(standard, ForecastSettings.class);
            requireSupported(settings);
            return new SettingsFile(settings, tree.isEmpty());
        } catch (IllegalArgumentException e) {
            throw new InputRefused(name + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new InputRefused(name + ": " + reason(e), e);
        }
    }

    private static JsonNode parse(String name, byte[] file) {
        if (file.length > SettingsInForce.LONGEST_FILE) {
            throw new InputRefused(name + ": it has more than " + SettingsInForce.LONGEST_FILE
                    + " bytes, and is no file of settings; ./candor settings prints an example");
        }
        try {
            return Json.readEditedTree(file);
        } catch (JacksonException e) {
            // What is nested too deep has no place.
            String place =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new InputRefused(
                    name + ": no JSON (" + place + Json.reason(e) + "); ./candor settings prints an example", e);
        }
    }

    /** What the settings' own checks said. */
    private static String reason(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return e.getOriginalMessage();
    }

    /** Not all that can be computed can be stored, scored and shown. */
    private static void requireSupported(ForecastSettings settings) {
        List<Double> levels = ForecastSettings.standard().levels();
        if (!settings.levels().equals(levels)) {
            throw new IllegalArgumentException("levels is " + settings.levels() + "; want " + levels
                    + ", for tables, scores and charts know these intervals only; leave the field out");
        }
        if (settings.horizons().getFirst() != 1) {
            throw new IllegalArgumentException("horizons is " + settings.horizons()
                    + "; want 1 among them, for the report shows how forecasts of the next session did");
        }
        List<String> known =
                Features.DEFINITIONS.stream().map(FeatureDefinition::name).toList();
        for (String feature : settings.features()) {
            if (!known.contains(feature)) {
                throw new IllegalArgumentException(
                        "features holds '" + feature + "'; want some of " + String.join(", ", known));
            }
        }
        for (Map.Entry<Integer, Double> step : settings.gamma().entrySet()) {
            if (step.getKey() < 1) {
                throw new IllegalArgumentException("gamma has the horizon " + step.getKey() + "; want 1 or more");
            }
        }
    }
}
