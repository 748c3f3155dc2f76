package candor.benchmarks.panel;

import java.util.Locale;

/**
 * What a figure of the panel has to be.
 *
 * @param name of the figure
 * @param least it may be
 * @param most it may be
 */
record Requirement(String name, double value, double least, double most, boolean met) {

    /** No figure of a panel lies below; JSON knows no infinity. */
    private static final double NO_LEAST = -1e9;

    static Requirement of(String name, double value, double least, double most) {
        return new Requirement(name, value, least, most, value >= least && value <= most);
    }

    static Requirement atMost(String name, double value, double most) {
        return of(name, value, NO_LEAST, most);
    }

    @Override
    public String toString() {
        String wanted = least <= NO_LEAST ? "<= " + most : most >= 1 ? ">= " + least : least + " to " + most;
        return String.format(Locale.ROOT, "%-52s %7.4f   bar %-12s %s", name, value, wanted, met ? "met" : "MISSED");
    }
}
