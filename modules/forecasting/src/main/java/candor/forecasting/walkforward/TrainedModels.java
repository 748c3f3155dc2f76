package candor.forecasting.walkforward;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Model;
import candor.forecasting.candidate.OriginView;
import candor.forecasting.candidate.Outlook;
import candor.forecasting.learning.LastSeen;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All candidates, fitted at one refit origin. Coefficients stay until the next refit; what follows every session moves on.
 *
 * @param fittedAt the refit origin: the last session that any coefficient has seen
 * @param models in the order of fits; none where a candidate is left out or has no fit yet
 */
public record TrainedModels(LocalDate fittedAt, Map<Slot, Model> models) {

    public TrainedModels {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** The candidate's model for a horizon. */
    public Optional<Model> model(Candidate candidate, int horizon) {
        return Optional.ofNullable(models.get(Slot.of(candidate, horizon)));
    }

    /** The same with another model in its place. */
    public TrainedModels with(Slot slot, Model model) {
        Map<Slot, Model> others = new LinkedHashMap<>(models);
        others.put(slot, model);
        return new TrainedModels(fittedAt, others);
    }

    /**
     * The same coefficients, moved on to the end of the view.
     *
     * @throws IllegalArgumentException if the models have seen a session that the view does not hold
     */
    public TrainedModels advancedTo(PriceHistory visible) {
        LastSeen.indexIn(visible, fittedAt);
        Map<Slot, Model> advanced = new LinkedHashMap<>();
        models.forEach((slot, model) -> advanced.put(slot, model.advancedTo(visible)));
        return new TrainedModels(fittedAt, advanced);
    }

    /** What the candidates forecast at the end of the view that these models were moved on to. */
    Outlook outlook(OriginView view, int horizon) {
        return new Outlook(view, horizon, candidate -> models.get(Slot.of(candidate, horizon)));
    }
}
