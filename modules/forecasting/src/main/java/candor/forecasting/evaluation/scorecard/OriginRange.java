package candor.forecasting.evaluation.scorecard;

import java.time.LocalDate;

/** The forecast origins of an evaluation: first and last, both included, and how many with a known outcome. */
public record OriginRange(LocalDate from, LocalDate to, int count) {

    public OriginRange {
        if (count < 1 || to.isBefore(from)) {
            throw new IllegalArgumentException("no origins: " + count + " from " + from + " to " + to);
        }
    }
}
