package candor.forecasting.evaluation.test;

/**
 * Kolmogorov-Smirnov p-value of the probability integral transforms against the uniform distribution; for
 * h &gt; 1, whose targets overlap, the median over the h non-overlapping offsets.
 */
public record UniformityTest(double ksP) {}
