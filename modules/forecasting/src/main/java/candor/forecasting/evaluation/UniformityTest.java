package candor.forecasting.evaluation;

/** Kolmogorov-Smirnov p-value of the probability integral transforms against the uniform distribution. */
public record UniformityTest(double ksP) {}
