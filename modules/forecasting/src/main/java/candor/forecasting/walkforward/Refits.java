package candor.forecasting.walkforward;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models of the refits, made as they are asked for, in time order. Sessions are taken in only when there is something
 * to fit; models that are known already are not fitted again.
 */
final class Refits {

    private final PriceHistory history;
    private final FeatureTable selected;
    private final Sessions sessions;
    private final Learners learners;
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
        this.learners = new Learners(plan, history);
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
        growTrees(refit);
        absorbThrough(refit);
        return learners.fit(history.visibleAt(refit), current, failed);
    }

    /** The trees in use at a refit may be older than it, and older than the refit asked for before. */
    private void growTrees(int refit) {
        int boost = sessions.lastBoost(refit);
        if (boost <= lastRefit && current != null) {
            learners.boostWith(current);
        } else if (known != null && known.hasTreesOf(history.session(boost))) {
            learners.boostWith(known);
        } else {
            absorbThrough(boost);
            learners.boost(history.visibleAt(boost));
        }
    }

    private void absorbThrough(int session) {
        while (absorbed < session) {
            absorbed++;
            learners.absorb(new OriginView(history.visibleAt(absorbed), selected));
        }
    }
}
