package candor.cleaning;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stops at price levels that cannot belong together: a wrong unit, a missed or a doubled split, a dividend above the
 * price. Such rows are not set aside, as nobody can say which side of the jump is wrong.
 */
final class Jumps {

    /** Splits nearer to 1 than this cannot be told from a move of the market. */
    private static final double CLEAR_SPLIT = 1.5;

    private static final String BEGIN = " (--begin DATE)";

    private final double limit;
    private final Stops stops;

    /** Sessions about which a person was asked already, or has answered. */
    private final Set<LocalDate> known;

    /** @param maxFactor a level this many times the one before, or its inverse, is no move of the market */
    Jumps(double maxFactor, Set<LocalDate> known, Stops stops) {
        this.limit = StrictMath.log(maxFactor);
        this.known = new HashSet<>(known);
        this.stops = stops;
    }

    /** Closes as traded: a jump is right where a split between the two bars explains it. */
    void checkCloses(List<Bar> bars, List<CorporateAction> actions) {
        List<Found> found = new ArrayList<>();
        List<Between> betweens = Between.of(bars, actions);
        for (int i = 1; i < bars.size(); i++) {
            double move = move(bars.get(i - 1).close(), bars.get(i).close());
            double split = StrictMath.log(betweens.get(i).splitRatio());
            if (Math.abs(move) > limit && Math.abs(move + split) > limit) {
                found.add(new Found(
                        bars.get(i).session(),
                        "close " + bars.get(i - 1).close() + " on "
                                + bars.get(i - 1).session() + " and "
                                + bars.get(i).close() + " on "
                                + bars.get(i).session()));
            }
        }
        halt(found, "a wrong unit or a missed split? Correct these rows, or begin the file after them" + BEGIN);
    }

    /** Adjusted closes: nothing explains a jump in them, as splits and dividends are accounted for. */
    void checkAdjustedCloses(List<Bar> bars, List<Double> adjustedCloses) {
        List<Found> found = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            if (Math.abs(move(adjustedCloses.get(i - 1), adjustedCloses.get(i))) > limit) {
                found.add(new Found(
                        bars.get(i).session(),
                        "adjusted close " + adjustedCloses.get(i - 1) + " on "
                                + bars.get(i - 1).session() + " and " + adjustedCloses.get(i) + " on "
                                + bars.get(i).session()));
            }
        }
        halt(found, "a missed or doubled split? Correct these rows, or begin the file after them" + BEGIN);
    }

    /** For sources whose adjusted closes are computed: the closes must be as traded, and dividends below them. */
    void checkActionsThatFitCloses(List<Bar> bars, List<CorporateAction> actions) {
        List<Found> found = new ArrayList<>();
        List<Between> betweens = Between.of(bars, actions);
        for (int i = 1; i < bars.size(); i++) {
            Between between = betweens.get(i);
            Bar before = bars.get(i - 1);
            Bar bar = bars.get(i);
            double move = move(before.close(), bar.close());
            double split = StrictMath.log(between.splitRatio());
            if (between.cash() >= before.close()) {
                found.add(new Found(
                        bar.session(),
                        "dividend " + between.cash() + " on " + bar.session() + " beside a close of " + before.close()
                                + " before it"));
            }
            if (Math.abs(split) >= StrictMath.log(CLEAR_SPLIT) && Math.abs(move + split) > Math.abs(move)) {
                found.add(new Found(
                        bar.session(),
                        "split " + between.splitRatio() + " on " + bar.session() + " with closes of " + before.close()
                                + " before and " + bar.close() + " after it"));
            }
        }
        halt(
                found,
                "correct the dividend or split, or say what the split was: --split DATE=RATIO, as in 4:1, where closes"
                        + " before that day are as traded, and 1:1 where there was none or they are adjusted for it");
    }

    /** The actions but dividends that are no smaller than the close before them, from which nothing can be computed. */
    static List<CorporateAction> possible(List<Bar> bars, List<CorporateAction> actions) {
        List<CorporateAction> kept = new ArrayList<>(actions);
        List<Between> betweens = Between.of(bars, actions);
        for (int i = 1; i < bars.size(); i++) {
            if (betweens.get(i).cash() >= bars.get(i - 1).close()) {
                LocalDate before = bars.get(i - 1).session();
                LocalDate session = bars.get(i).session();
                kept.removeIf(action -> action instanceof CorporateAction.Dividend
                        && action.session().isAfter(before)
                        && !action.session().isAfter(session));
            }
        }
        return kept;
    }

    private void halt(List<Found> all, String remedy) {
        List<Found> found = all.stream().filter(one -> known.add(one.session())).toList();
        if (!found.isEmpty()) {
            stops.check(
                    "levels",
                    found.getFirst().session(),
                    found.getLast().session(),
                    "levels that do not belong together: "
                            + Stops.listed(found.stream().map(Found::words).toList()),
                    remedy);
        }
    }

    private record Found(LocalDate session, String words) {}

    private static double move(double before, double after) {
        return StrictMath.log(after / before);
    }

    /** The actions that take effect after the bar before, up to this one. */
    private record Between(double cash, double splitRatio) {

        /** One for each bar. */
        static List<Between> of(List<Bar> bars, List<CorporateAction> actions) {
            List<Between> all = new ArrayList<>(bars.size());
            int next = 0;
            for (Bar bar : bars) {
                double cash = 0;
                double ratio = 1;
                while (next < actions.size() && !actions.get(next).session().isAfter(bar.session())) {
                    switch (actions.get(next++)) {
                        case CorporateAction.Dividend dividend -> cash += dividend.cash();
                        case CorporateAction.Split split -> ratio *= split.ratio();
                    }
                }
                all.add(new Between(cash, ratio));
            }
            return all;
        }
    }
}
