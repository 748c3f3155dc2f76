package candor.benchmarks.repair;

import java.util.List;

/**
 * How the repairs of one kind of fault ended.
 *
 * @param start of generated cases with the fault in the first third
 * @param middle in the second third
 * @param end in the last third
 * @param recorded of real histories, wherever it lies
 */
record KindFigures(String kind, Tally start, Tally middle, Tally end, Tally recorded) {

    /** Of the cases, at least. */
    private static final double REPAIRED = 0.9;

    /** Of the cases, at most. */
    private static final double WRONG = 0.005;

    Tally generated() {
        return start.plus(middle).plus(end);
    }

    boolean holds() {
        Tally all = generated();
        return all.repaired() >= REPAIRED * all.cases() && all.wrong() <= WRONG * all.cases();
    }

    String line() {
        return "%-46s %s  %s  %s%s"
                .formatted(kind, generated().text(), recorded.text(), places(), holds() ? "" : "  MISSED");
    }

    private String places() {
        return List.of(start, middle, end).stream()
                .map(tally -> tally.cases() == 0 ? "  -" : "%3d".formatted(100 * tally.repaired() / tally.cases()))
                .reduce("", (one, other) -> one + " " + other);
    }
}
