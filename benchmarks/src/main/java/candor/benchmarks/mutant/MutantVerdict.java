package candor.benchmarks.mutant;

import candor.forecasting.guard.GuardResult;
import java.util.List;

/**
 * What the guards said of a mutant.
 *
 * @param fired those that noticed, in their order
 */
public record MutantVerdict(Mutant mutant, List<GuardResult> fired) {

    public MutantVerdict {
        fired = List.copyOf(fired);
    }

    static MutantVerdict of(Mutant mutant, Specimen stock) {
        return new MutantVerdict(
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
