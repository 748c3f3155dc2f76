package candor.pipeline.champion;

import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who serves a horizon, and what brought it there.
 *
 * @param since the term that put it in service: a person's decision, the gate's promotion, or the first term of all
 * @param appointed the horizon in that term
 * @param latest the horizon in the last term that names it
 */
public record Serving(Term since, InService appointed, InService latest) {

    /** By horizon, after all of the terms. */
    public static SortedMap<Integer, Serving> after(List<Term> terms) {
        SortedMap<Integer, Serving> serving = new TreeMap<>();
        for (Term term : terms) {
            for (InService named : term.horizons()) {
                serving.merge(named.sessions(), new Serving(term, named, named), Serving::followedBy);
            }
        }
        return serving;
    }

    private Serving followedBy(Serving next) {
        boolean stays = next.since.by() == Decider.GATE && latest.champion().equals(next.latest.champion());
        return stays ? new Serving(since, appointed, next.latest) : next;
    }
}
