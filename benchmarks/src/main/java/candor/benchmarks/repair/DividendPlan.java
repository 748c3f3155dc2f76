package candor.benchmarks.repair;

/** When a share pays, and how much. Asked for each session in turn. */
@FunctionalInterface
interface DividendPlan {

    /** @param before the close of the session before */
    Cash on(int session, double before);

    /** Pays by the first plan where that pays, otherwise by the other. */
    default DividendPlan or(DividendPlan other) {
        return (session, before) -> {
            Cash first = on(session, before);
            Cash second = other.on(session, before);
            return first.total() > 0 ? first : second;
        };
    }

    /** Pays nothing outside the sessions from (inclusive) to (exclusive). */
    default DividendPlan within(int from, int to) {
        return (session, before) -> session >= from && session < to ? on(session, before) : Cash.NONE;
    }
}
