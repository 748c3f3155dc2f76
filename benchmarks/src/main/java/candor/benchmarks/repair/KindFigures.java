package candor.benchmarks.repair;

import java.util.List;

/**
 * How the repairs of one kind of fault ended.
 *
 * @param start of generated cases with the fault in the first third
 * @param middle in the second third
 * @param end in the last third
 * @param hidden of generated cases in which nothing in the file can tell what is right
 * @param recorded of real histories, wherever it lies
 */
record KindFigures(String kind, Tally start, Tally middle, Tally end, Tally hidden, Tally recorded) {

    /** Of the cases, at least. */
    private static final double REPAIRED = 0.9;

    /** Of the cases, at most. */
    private static final double WRONG = 0.005;

    /** Of generated cases in which price, payer or the other column can tell what is right. */
    Tally told() {
        return start.plus(middle).plus(end);
    }

    boolean holds() {
        Tally told = told();
        Tally all = told.plus(hidden);
        return told.repaired() >= REPAIRED * told.cases() && all.wrong() <= WRONG * all.cases();
    }

    String line() {
        return "%-46s %s  %s  %s  %s%s"
                .formatted(kind, told().text(), hidden.text(), recorded.text(), places(), holds() ? "" : "  MISSED");
    }

    private String places() {
        return List.of(start, middle, end).stream()
                .map(tally -> tally.cases() == 0 ? "  -" : "%3d".formatted(100 * tally.repaired() / tally.cases()))
                .reduce("", (one, other) -> one + " " + other);
    }
}
