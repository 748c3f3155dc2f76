package candor.forecasting.walkforward;

import candor.forecasting.learning.FitDidNotConverge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fits of one refit that did not converge: what was fitted before stays in their place. */
final class FailedFits {

    private final List<FitDidNotConverge> failures = new ArrayList<>();

    /** The result of the fit; if it does not converge, what was there before, null where there was nothing. */
    <T> @Nullable T orKeep(@Nullable T before, Supplier<T> fit) {
        try {
            return fit.get();
        } catch (FitDidNotConverge failure) {
            failures.add(failure);
            return before;
        }
    }

    /** The names of the candidates, in the order of their fits. */
    List<String> candidates() {
        return failures.stream().map(FitDidNotConverge::candidate).toList();
    }

    /**
     * For those who cannot do without any of them.
     *
     * @throws FitDidNotConverge the first failure, if there is one
     */
    void throwFirst() {
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
