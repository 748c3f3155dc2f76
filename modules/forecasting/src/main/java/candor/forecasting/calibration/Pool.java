package candor.forecasting.calibration;

import java.time.LocalDate;
import java.util.Optional;

/** Scores of other symbols, in dated lists, that count beside a symbol's own for one horizon. */
public interface Pool {

    /** Nothing but a symbol's own scores counts. */
    Pool NONE = new Pool() {
        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public boolean isTempered(int level) {
            return false;
        }

        @Override
        public Optional<PooledScores> at(LocalDate origin) {
            return Optional.empty();
        }
    };

    /** Whether there are no others. */
    default boolean isEmpty() {
        return false;
    }

    /**
     * Whether the interval of a level is made wider in calm times and narrower in wild ones.
     *
     * @param level its place among the nominal levels
     */
    boolean isTempered(int level);

    /** The lists that were known at an origin; empty before the first. */
    Optional<PooledScores> at(LocalDate origin);
}
