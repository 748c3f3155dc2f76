package candor.pipeline.champion;

import candor.forecasting.walkforward.Champion;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.report.PromotionDocument;
import candor.store.checkpoint.CheckpointRef;
import candor.store.run.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A person's decision that the champions of an earlier run serve again. */
public final class Rollback {

    private Rollback() {}

    /**
     * Puts back the champions of a run's verdict: for runs of the last day that was done, and of those after it. The gate's
     * looks stay counted, so that it does not judge again before its next one.
     *
     * @param ref of the run's Promote
     * @param promotion its verdict
     * @return the decision as noted; empty where these champions serve already
     */
    public static Optional<Term> to(
            Champions champions, RunRecord run, CheckpointRef ref, PromotionDocument promotion, Instant now) {
        List<Term> terms = champions.terms(run.symbol());
        SortedMap<Integer, Champion> serving = new TreeMap<>();
        Serving.after(terms)
                .forEach((sessions, who) -> serving.put(sessions, who.latest().champion()));
        List<InService> horizons = new ArrayList<>();
        boolean other = false;
        for (PromotionDocument.HorizonVerdict verdict : promotion.horizons()) {
            Champion wanted = verdict.champion().toChampion();
            Champion present = serving.get(verdict.sessions());
            other |= !wanted.equals(present);
            horizons.add(new InService(
                    verdict.sessions(),
                    InService.APPOINTED,
                    verdict.champion().mean(),
                    verdict.champion().scale(),
                    "appointed: the champion of " + run.asOf() + " was put back"
                            + (present == null || wanted.equals(present)
                                    ? ""
                                    : " in place of " + PromotionDocument.Methods.of(present))));
        }
        if (!other) {
            return Optional.empty();
        }
        Term term = new Term(
                lastDay(terms, run.asOf()),
                Decider.PERSON,
                now.truncatedTo(ChronoUnit.SECONDS),
                null,
                run.runId(),
                ref,
                Looks.after(terms).count(),
                Looks.after(terms).last(),
                horizons);
        champions.appoint(run.symbol(), term);
        return Optional.of(term);
    }

    private static LocalDate lastDay(List<Term> terms, LocalDate otherwise) {
        return terms.isEmpty() || terms.getLast().asOf().isBefore(otherwise)
                ? otherwise
                : terms.getLast().asOf();
    }
}
