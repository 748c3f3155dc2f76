package candor.benchmarks.repair;

import java.util.List;
import java.util.function.BiFunction;

/** Kinds of ordinary and unusual payers. */
enum Payer {
    NONE((draw, sessions) -> (session, before) -> Cash.NONE),
    WEEKLY((draw, sessions) -> new Regular(draw, 5, draw.between(0.001, 0.012), 1.3, 1)),
    MONTHLY((draw, sessions) -> new Regular(draw, 21, draw.around(0.005, 2), draw.of(List.of(1.0, 1.1)), 1)),
    QUARTERLY((draw, sessions) -> new Regular(draw, 63, draw.around(0.007, 2), 1, 1.05)),
    YEARLY((draw, sessions) -> new Regular(draw, 252, draw.around(0.03, 2), 1.2, 1)),
    FOREIGN_YEARLY((draw, sessions) -> new Regular(draw, 252, draw.around(0.06, 1.7), 1.3, 1)),
    INTERIM_AND_FINAL((draw, sessions) -> new Regular(draw, 252, draw.around(0.012, 1.7), 1.1, 1.03)
            .or(new Regular(draw, 252, draw.around(0.025, 1.7), 1.1, 1.03))),
    GROWING((draw, sessions) -> new Regular(draw, 63, draw.around(0.002, 2), 1, draw.between(1.1, 1.5))),
    IRREGULAR((draw, sessions) -> chancy(draw, 0.012, 0.015, 2.5)),
    MIXED_FUND((draw, sessions) -> new Regular(draw, 126, draw.around(0.012, 2), 4, 1)),
    /** Half a year's income, then the little that is left at the year's end. */
    RESIDUAL_FUND((draw, sessions) -> new Regular(draw, 252, draw.around(0.025, 1.4), 1.2, 1)
            .or(new Regular(draw, 252, draw.around(0.0002, 3), 3, 1))),
    /** Realised gains at the year's end besides small income. */
    GAINS_FUND((draw, sessions) -> gains(draw).or(new Regular(draw, 63, draw.around(0.003, 1.7), 1.2, 1))),
    SPECIALS((draw, sessions) ->
            special(draw, sessions, 0.03, 0.5).or(new Regular(draw, 63, draw.around(0.006, 2), 1, 1.05))),
    SPECIAL_BESIDE((draw, sessions) -> beside(draw, new Regular(draw, 126, draw.around(0.012, 1.7), 1.1, 1))),
    ONE_SPECIAL((draw, sessions) -> special(draw, sessions, 0.02, 0.8)),
    TOKEN((draw, sessions) ->
            special(draw, sessions, 0.0001, 0.001).or(new Regular(draw, 63, draw.around(0.008, 2), 1, 1.05))),
    INITIATED((draw, sessions) ->
            new Regular(draw, 63, draw.around(0.008, 2), 1, 1.2).within(draw.whole(sessions / 2, sessions), sessions)),
    SUSPENDED((draw, sessions) -> {
        int from = draw.whole(sessions / 4, sessions / 2);
        DividendPlan regular = new Regular(draw, 63, draw.around(0.01, 2), 1, 1);
        return regular.within(0, from).or(regular.within(from + sessions / 4, sessions));
    }),
    CUT((draw, sessions) -> {
        int from = draw.whole(sessions / 4, 3 * sessions / 4);
        return new Regular(draw, 63, draw.around(0.015, 1.5), 1, 1)
                .within(0, from)
                .or(new Regular(draw, 63, draw.around(0.015, 1.5) / draw.between(2, 40), 1, 1).within(from, sessions));
    }),
    HIGH((draw, sessions) -> new Regular(draw, draw.of(List.of(21, 63)), draw.between(0.02, 0.08), 1.1, 1));

    // the lambdas hold nothing
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Draw, Integer, DividendPlan> plan;

    Payer(BiFunction<Draw, Integer, DividendPlan> plan) {
        this.plan = plan;
    }

    DividendPlan plan(Draw draw, int sessions) {
        return plan.apply(draw, sessions);
    }

    private static DividendPlan chancy(Draw draw, double chance, double yield, double factor) {
        return (session, before) -> draw.chance(chance)
                ? Cash.of(Amounts.rounded(before * Math.min(0.3, draw.around(yield, factor))))
                : Cash.NONE;
    }

    private static DividendPlan special(Draw draw, int sessions, double low, double high) {
        int first = draw.whole(2, sessions - 1);
        int second = draw.whole(2, sessions - 1);
        double share = StrictMath.exp(draw.between(StrictMath.log(low), StrictMath.log(high)));
        double other = share * draw.between(0.3, 0.9);
        return (session, before) -> session == first || session == second
                ? Cash.of(Amounts.rounded(before * (session == first ? share : other)))
                : Cash.NONE;
    }

    /** Now and then a special dividend a few days after the regular one, both real. */
    private static DividendPlan beside(Draw draw, DividendPlan regular) {
        int[] due = {-1};
        double[] amount = {0};
        return (session, before) -> {
            Cash paid = regular.on(session, before);
            if (paid.total() > 0 && draw.chance(0.4)) {
                due[0] = session + draw.whole(1, 8);
                amount[0] = Amounts.rounded(paid.total() * draw.around(1, 1.6));
            }
            return paid.total() > 0 || session != due[0] ? paid : Cash.of(amount[0]);
        };
    }

    private static DividendPlan gains(Draw draw) {
        DividendPlan yearly = new Regular(draw, 252, draw.between(0.02, 0.12), 1.8, 1);
        return (session, before) -> {
            double paid = yearly.on(session, before).total();
            double income = Amounts.rounded(paid * 0.05);
            return paid > 0 ? new Cash(income, Amounts.rounded(paid - income)) : Cash.NONE;
        };
    }
}
