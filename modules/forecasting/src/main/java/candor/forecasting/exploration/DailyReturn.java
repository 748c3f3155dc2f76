package candor.forecasting.exploration;

import java.time.LocalDate;

/**
 * One session's log return.
 *
 * @param logReturn from the close before; finite
 */
public record DailyReturn(LocalDate session, double logReturn) {

    public DailyReturn {
        if (!Double.isFinite(logReturn)) {
            throw new IllegalArgumentException("return of " + session + " is not a number: " + logReturn);
        }
    }
}
