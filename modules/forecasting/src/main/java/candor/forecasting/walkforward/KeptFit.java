package candor.forecasting.walkforward;

import java.time.LocalDate;

/**
 * A fit that did not converge in a walk-forward: what the candidate was before stayed in use, or it has no forecast where
 * there was nothing before.
 *
 * @param refit session of the refit
 * @param candidate its name in metrics
 */
public record KeptFit(LocalDate refit, String candidate) {}
