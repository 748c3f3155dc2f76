package candor.forecasting.candidate;

import candor.forecasting.explanation.Explanation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All candidates at one origin for one horizon: what each forecasts, and why. A candidate that is made of others asks here
 * for theirs.
 */
public final class Outlook {

    private final OriginView view;
    private final int horizon;
    private final Function<Candidate, @Nullable Model> models;
    private final Map<Candidate, Double> known = new HashMap<>();

    /**
     * @param models moved on to the origin of the view; null where a candidate is left out or has no fit yet
     */
    public Outlook(OriginView view, int horizon, Function<Candidate, @Nullable Model> models) {
        this.view = view;
        this.horizon = horizon;
        this.models = models;
    }

    /** What may be looked at. */
    public OriginView view() {
        return view;
    }

    /** Sessions ahead. */
    public int horizon() {
        return horizon;
    }

    /** What a candidate forecasts: log return over the horizon, or its standard deviation; NaN where it has no forecast. */
    public double forecast(Candidate candidate) {
        Double before = known.get(candidate);
        if (before != null) {
            return before;
        }
        Model model = models.apply(candidate);
        double forecast = model == null ? Double.NaN : model.forecast(this);
        known.put(candidate, forecast);
        return forecast;
    }

    /** What every candidate forecasts. */
    public Forecasts forecasts() {
        return Forecasts.of(this::forecast);
    }

    /**
     * Mean of the logarithm of the range variance of a session from the first return to the origin; NaN where no model
     * carries it along.
     */
    public double longMean() {
        Model model = models.apply(Candidates.HAR_P_OWN);
        return model == null ? Double.NaN : model.longMean();
    }

    /** What drove a candidate's forecast; empty where it looks at no feature. */
    public Optional<Explanation> explanation(Candidate candidate) {
        Model model = models.apply(candidate);
        return model == null ? Optional.empty() : model.explanation(this);
    }
}
