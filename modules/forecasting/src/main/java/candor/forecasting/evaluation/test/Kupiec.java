package candor.forecasting.evaluation.test;

/**
 * Kupiec's (1995) likelihood-ratio test that violations have the stated probability: 2[l(k/n) - l(p)] with
 * l(q) = k ln q + (n - k) ln(1 - q), referred to chi-squared with one degree of freedom.
 *
 * @param statistic the likelihood ratio
 * @param p p-value
 */
public record Kupiec(double statistic, double p) {

    /**
     * Tests {@code violations} out of {@code outcomes}.
     *
     * @param probability of a violation, in (0, 1): one less the nominal coverage
     */
    public static Kupiec of(int violations, int outcomes, double probability) {
        if (outcomes < 1 || violations < 0 || violations > outcomes) {
            throw new IllegalArgumentException(violations + " violations of " + outcomes + " outcomes");
        }
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability of a violation not in (0, 1): " + probability);
        }
        double ratio = 2
                * (logLikelihood(violations, outcomes, (double) violations / outcomes)
                        - logLikelihood(violations, outcomes, probability));
        return new Kupiec(ratio, ChiSquared.upperTail(ratio, 1));
    }

    private static double logLikelihood(int violations, int outcomes, double probability) {
        return ChiSquared.logLikelihood(violations, probability)
                + ChiSquared.logLikelihood(outcomes - violations, 1 - probability);
    }
}
