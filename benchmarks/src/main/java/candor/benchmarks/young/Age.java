package candor.benchmarks.young;

/**
 * Origins by the number of bars before them.
 *
 * @param from first number, included
 * @param to last number, excluded
 */
record Age(int from, int to) {

    boolean holds(int bars) {
        return bars >= from && bars < to;
    }

    /** As in {@code 67-250}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
