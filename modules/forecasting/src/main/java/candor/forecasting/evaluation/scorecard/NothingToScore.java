package candor.forecasting.evaluation.scorecard;

import java.time.LocalDate;

/** Every outcome of a period is the same: there is nothing that a forecast could have erred about. */
public final class NothingToScore extends IllegalArgumentException {

    NothingToScore(LocalDate from, LocalDate to) {
        super("every return from " + from + " to " + to + " is the same: there is nothing to score; check the prices");
    }
}
