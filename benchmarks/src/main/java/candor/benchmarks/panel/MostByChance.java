package candor.benchmarks.panel;

/**
 * How many of many tests may fail by chance. A share of at least 95 % that pass would be missed by a perfect forecaster
 * in one case of three, as each test fails once in twenty.
 */
final class MostByChance {

    private static final double CONFIDENCE = 0.95;

    private MostByChance() {}

    /**
     * The 95 % quantile of a binomial distribution.
     *
     * @param tests independent, &ge; 1
     * @param level of each, between 0 and 1
     */
    static int of(int tests, double level) {
        double probability = StrictMath.pow(1 - level, tests);
        double sum = probability;
        int failures = 0;
        while (sum < CONFIDENCE) {
            probability *= level / (1 - level) * (tests - failures) / (failures + 1);
            sum += probability;
            failures++;
        }
        return failures;
    }
}
