package candor.forecasting.harp;

/**
 * The interval of one level, centre &plusmn; multiplier &middot; sigma.
 *
 * @param sigma tempered standard deviation of the h-session log return
 * @param multiplier &ge; 0
 * @param alpha miscoverage that was asked of the scores; may leave 0..1
 */
public record Band(double sigma, double multiplier, double alpha) {}
