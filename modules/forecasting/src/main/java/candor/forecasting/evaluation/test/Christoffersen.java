package candor.forecasting.evaluation.test;

/**
 * The likelihood-ratio tests of Christoffersen (1998): that a violation does not depend on the one before (from the
 * n - 1 transitions; chi-squared, one degree of freedom), and conditional coverage, which is that and {@link Kupiec}'s
 * on all n outcomes together (two degrees of freedom).
 *
 * @param independence likelihood ratio
 * @param independenceP its p-value; 1 where there are no violations to tell from
 * @param conditionalCoverage likelihood ratio
 * @param conditionalCoverageP its p-value
 */
public record Christoffersen(
        double independence, double independenceP, double conditionalCoverage, double conditionalCoverageP) {

    /**
     * Tests outcomes in time order.
     *
     * @param violations at least one outcome, true where it lies outside its interval
     * @param probability of a violation, in (0, 1)
     */
    public static Christoffersen of(boolean[] violations, double probability) {
        int total = 0;
        for (boolean violation : violations) {
            total += violation ? 1 : 0;
        }
        double independence = independence(violations);
        double both = Kupiec.of(total, violations.length, probability).statistic() + independence;
        return new Christoffersen(
                independence, ChiSquared.upperTail(independence, 1), both, ChiSquared.upperTail(both, 2));
    }

    private static double independence(boolean[] violations) {
        int[][] moves = new int[2][2];
        for (int t = 1; t < violations.length; t++) {
            moves[violations[t - 1] ? 1 : 0][violations[t] ? 1 : 0]++;
        }
        double dependent = logLikelihood(moves[0][0], moves[0][1]) + logLikelihood(moves[1][0], moves[1][1]);
        return 2 * (dependent - logLikelihood(moves[0][0] + moves[1][0], moves[0][1] + moves[1][1]));
    }

    /** The greatest log likelihood of so many quiet outcomes and violations with one probability for all. */
    private static double logLikelihood(int quiet, int violations) {
        double n = quiet + violations;
        return n == 0
                ? 0
                : ChiSquared.logLikelihood(quiet, quiet / n) + ChiSquared.logLikelihood(violations, violations / n);
    }
}
