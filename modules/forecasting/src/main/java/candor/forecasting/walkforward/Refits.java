package candor.forecasting.walkforward;

import candor.forecasting.candidate.Learner;
import candor.forecasting.candidate.Model;
import candor.forecasting.candidate.OriginView;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The models of the refits, made as they are asked for, in time order. Sessions are taken in only when there is something
 * to fit; models that are known already are not fitted again.
 */
final class Refits {

    private final PriceHistory history;
    private final FeatureTable selected;
    private final Sessions sessions;
    private final ForecastPlan plan;
    private final Map<Slot, Learner> learners = new LinkedHashMap<>();
    private final @Nullable TrainedModels known;
    private final List<KeptFit> kept = new ArrayList<>();
    private @Nullable TrainedModels current;
    private FailedFits failed = new FailedFits();
    private int lastRefit = -1;
    private int absorbed = -1;

    /**
     * @param known fitted before at one of the refits, with the same plan on the same sessions; null where nothing is
     */
    Refits(
            PriceHistory history,
            FeatureTable selected,
            Sessions sessions,
            ForecastPlan plan,
            @Nullable TrainedModels known) {
        this.history = history;
        this.selected = selected;
        this.sessions = sessions;
        this.plan = plan;
        plan.slots().forEach(slot -> learners.put(slot, slot.candidate().learner(plan.task(slot))));
        this.known = known;
    }

    /** The fits so far that did not converge. */
    List<KeptFit> kept() {
        return kept;
    }

    /**
     * The models of a refit, with those of the refit asked for before in the place of what does not converge.
     *
     * @param refit a refit session after the one asked for before
     */
    TrainedModels at(int refit) {
        failed = new FailedFits();
        TrainedModels models = known != null && isKnown(refit) ? known : fit(refit);
        failed.candidates().forEach(candidate -> kept.add(new KeptFit(history.session(refit), candidate)));
        current = models;
        lastRefit = refit;
        return models;
    }

    /** What did not converge at the refit asked for last. */
    FailedFits failed() {
        return failed;
    }

    /** The models of the refit asked for last. */
    TrainedModels current() {
        if (current == null) {
            throw new IllegalStateException("no refit was asked for");
        }
        return current;
    }

    /** Whether there is nothing to fit at a refit. */
    boolean isKnown(int refit) {
        return known != null && known.fittedAt().equals(history.session(refit));
    }

    private TrainedModels fit(int refit) {
        boolean early = sessions.isEarly(refit);
        Map<Slot, Model> rare = early ? Map.of() : fitRare(refit);
        absorbThrough(refit);
        Map<Slot, Model> models = new LinkedHashMap<>();
        for (Slot slot : learners.keySet()) {
            if (early && slot.candidate().earliestOrigin().isEmpty()) {
                continue;
            }
            Model model = isRare(slot) ? rare.get(slot) : fit(slot, refit);
            if (model != null) {
                models.put(slot, model);
            }
        }
        return new TrainedModels(history.session(refit), models);
    }

    /** The model of the refit before stays in the place of one whose fit does not converge. */
    private @Nullable Model fit(Slot slot, int session) {
        PriceHistory visible = history.visibleAt(session);
        Model before = current == null ? null : current.models().get(slot);
        return failed.orKeep(
                before == null ? null : before.advancedTo(visible),
                () -> learner(slot).fit(visible));
    }

    private Learner learner(Slot slot) {
        return Objects.requireNonNull(learners.get(slot));
    }

    private boolean isRare(Slot slot) {
        return plan.refitEvery(slot.candidate()) > 1;
    }

    /**
     * The models of candidates that are fitted less often: they may be older than the refit, and older than the refit
     * asked for before. The oldest are fitted first, as sessions are taken in once.
     */
    private Map<Slot, Model> fitRare(int refit) {
        Map<Slot, Model> models = new HashMap<>();
        List<Slot> oldestFirst = learners.keySet().stream()
                .filter(this::isRare)
                .sorted(Comparator.comparingInt(slot -> lastFit(slot, refit)))
                .toList();
        for (Slot slot : oldestFirst) {
            Model model = rare(slot, lastFit(slot, refit));
            if (model != null) {
                models.put(slot, model);
            }
        }
        return models;
    }

    private int lastFit(Slot slot, int refit) {
        return sessions.lastFit(refit, plan.refitEvery(slot.candidate()));
    }

    private @Nullable Model rare(Slot slot, int session) {
        if (session <= lastRefit && current != null) {
            return current.models().get(slot);
        }
        Model before = known == null ? null : known.models().get(slot);
        if (before != null
                && before.seenThrough().filter(history.session(session)::equals).isPresent()) {
            return before;
        }
        absorbThrough(session);
        return fit(slot, session);
    }

    private void absorbThrough(int session) {
        while (absorbed < session) {
            absorbed++;
            OriginView view = new OriginView(history.visibleAt(absorbed), selected);
            learners.values().forEach(learner -> learner.absorb(view));
        }
    }
}
