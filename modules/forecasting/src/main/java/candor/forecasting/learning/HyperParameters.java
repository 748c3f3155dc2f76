package candor.forecasting.learning;

import java.util.OptionalLong;

/** What a person may set of one candidate: a record, which checks itself. */
public interface HyperParameters {

    /**
     * What is tried after a fit that did not converge.
     *
     * @param attempt 0 for these, 1 to 3 for the next
     */
    default HyperParameters attempt(int attempt) {
        return this;
    }

    /** The same with so little to fit that guards can fit again and again. */
    default HyperParameters light() {
        return this;
    }

    /** Sessions between fits at least; a fit waits for a refit of all candidates. */
    default int refitEvery() {
        return 1;
    }

    /** Of everything random in a fit; empty where nothing is. */
    default OptionalLong randomSeed() {
        return OptionalLong.empty();
    }
}
