package candor.forecasting.evaluation.test;

/** {@link Kupiec} and {@link Christoffersen}; for h &gt; 1 the medians over the series of targets that do not overlap. */
public record ViolationTests(double kupiecP, double independenceP, double conditionalCoverageP) {

    /**
     * @param violations in time order, at least one outcome
     * @param probability of a violation
     * @param horizon sessions in a target
     */
    public static ViolationTests of(boolean[] violations, double probability, int horizon) {
        DisjointTargets targets = new DisjointTargets(horizon, violations.length);
        return new ViolationTests(
                targets.median(at ->
                        Kupiec.of(count(violations, at), at.length, probability).p()),
                targets.median(at -> Christoffersen.of(DisjointTargets.pick(violations, at), probability)
                        .independenceP()),
                targets.median(at -> Christoffersen.of(DisjointTargets.pick(violations, at), probability)
                        .conditionalCoverageP()));
    }

    private static int count(boolean[] violations, int[] at) {
        int count = 0;
        for (int t : at) {
            count += violations[t] ? 1 : 0;
        }
        return count;
    }
}
