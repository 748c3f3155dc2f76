package candor.forecasting.evaluation.test;

/** A share in 0..1 with the ends of its 95 % interval, see {@link Wilson}. */
public record Proportion(double value, double lower, double upper) {}
