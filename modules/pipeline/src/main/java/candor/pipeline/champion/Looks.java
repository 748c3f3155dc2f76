package candor.pipeline.champion;

import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.Term;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often the gate has looked at a symbol. A person's decision counts none and forgets none; days that were filled in
 * later count with the others, so that no order of runs makes a look cheaper.
 *
 * @param count 0 before the first look
 * @param last asOf of the last look; null before the first
 */
public record Looks(int count, @Nullable LocalDate last) {

    /** The looks made by the end of the terms. */
    public static Looks after(List<Term> terms) {
        int count = 0;
        int days = 0;
        LocalDate last = null;
        for (Term term : terms) {
            LocalDate lookedAt = term.lookedAt();
            if (lookedAt != null) {
                days += term.by() == Decider.GATE && lookedAt.equals(term.asOf()) ? 1 : 0;
                last = last == null || lookedAt.isAfter(last) ? lookedAt : last;
            }
            count = Math.max(count, Math.max(days, term.look()));
        }
        return new Looks(count, last);
    }
}
