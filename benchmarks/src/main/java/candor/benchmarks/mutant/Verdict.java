package candor.benchmarks.mutant;

import candor.forecasting.guard.GuardResult;
import java.util.List;

/**
 * What the guards said of a mutant.
 *
 * @param fired those that noticed, in their order
 */
public record Verdict(Mutant mutant, List<GuardResult> fired) {

    public Verdict {
        fired = List.copyOf(fired);
    }

    static Verdict of(Mutant mutant, Specimen stock) {
        return new Verdict(
                mutant,
                mutant.trial().on(stock).stream()
                        .filter(result -> !result.passed())
                        .toList());
    }

    /** Whether all guards that have to notice did. */
    public boolean caught() {
        return fired.stream().map(GuardResult::name).toList().containsAll(mutant.guards());
    }
}
