package candor.pipeline.stage;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Model;
import candor.forecasting.walkforward.Slot;
import candor.forecasting.walkforward.TrainedModels;
import candor.store.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The fitted candidates of model.json: what each of them knows, by its key. One that is left out or has no fit is absent.
 *
 * @param fittedAt the refit session
 * @param candidates those with one model for all horizons
 * @param horizons the models of each horizon, shortest first
 */
record StoredModels(LocalDate fittedAt, Map<String, JsonNode> candidates, List<HorizonModels> horizons) {

    /** The candidates with a model of their own for one horizon. */
    record HorizonModels(int horizon, Map<String, JsonNode> candidates) {}

    static StoredModels of(TrainedModels models) {
        Map<Integer, Map<String, JsonNode>> byHorizon = new TreeMap<>();
        byHorizon.put(Slot.ALL_HORIZONS, new LinkedHashMap<>());
        models.models()
                .forEach((slot, model) -> byHorizon
                        .computeIfAbsent(slot.horizon(), horizon -> new LinkedHashMap<>())
                        .put(slot.candidate().key(), Json.toTree(model.state())));
        Map<String, JsonNode> ofAll = byHorizon.getOrDefault(Slot.ALL_HORIZONS, Map.of());
        List<HorizonModels> horizons = new ArrayList<>();
        byHorizon.forEach((horizon, candidates) -> {
            if (horizon != Slot.ALL_HORIZONS) {
                horizons.add(new HorizonModels(horizon, candidates));
            }
        });
        return new StoredModels(models.fittedAt(), ofAll, horizons);
    }

    /**
     * The models.
     *
     * @throws IllegalArgumentException for a key that no candidate has
     */
    TrainedModels toModels() {
        Map<Slot, Model> models = new LinkedHashMap<>();
        restore(Slot.ALL_HORIZONS, candidates, models);
        horizons.forEach(each -> restore(each.horizon(), each.candidates(), models));
        return new TrainedModels(fittedAt, models);
    }

    private static void restore(int horizon, Map<String, JsonNode> states, Map<Slot, Model> models) {
        states.forEach((key, state) -> {
            Candidate candidate = Candidates.of(key);
            models.put(new Slot(candidate, horizon), candidate.restored(Json.convert(state, candidate.stateType())));
        });
    }
}
