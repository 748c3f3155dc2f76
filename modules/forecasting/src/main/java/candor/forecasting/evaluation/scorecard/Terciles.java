package candor.forecasting.evaluation.scorecard;

/** A figure by tercile of the EWMA variance forecast within the period, cut at its type-7 quantiles. */
public record Terciles(double low, double middle, double high) {}
