package candor.pipeline.run;

import candor.pipeline.run.Champions.Term;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often the gate has looked at a symbol. A person's decision counts none and forgets none.
 *
 * @param count 0 before the first look
 * @param last asOf of the last look; null before the first
 */
public record Looks(int count, @Nullable LocalDate last) {

    /** The looks made by the end of the terms. */
    public static Looks after(List<Term> terms) {
        Looks looks = new Looks(0, null);
        for (Term term : terms) {
            if (term.look() >= looks.count()) {
                looks = new Looks(term.look(), term.lookedAt());
            }
        }
        return looks;
    }
}
