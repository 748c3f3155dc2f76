package candor.benchmarks.repair;

/**
 * What a share pays on a day.
 *
 * @param gain a fund's realised gain, besides the dividend
 */
record Cash(double dividend, double gain) {

    static final Cash NONE = new Cash(0, 0);

    static Cash of(double dividend) {
        return new Cash(dividend, 0);
    }

    double total() {
        return dividend + gain;
    }
}
