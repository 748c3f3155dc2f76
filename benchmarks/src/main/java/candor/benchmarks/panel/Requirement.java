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

    static Requirement of(String name, double value, double least, double most) {
        return new Requirement(name, value, least, most, value >= least && value <= most);
    }

    @Override
    public String toString() {
        String wanted = least <= 0 ? "<= " + most : most >= 1 ? ">= " + least : least + " to " + most;
        return String.format(Locale.ROOT, "%-52s %7.4f   bar %-12s %s", name, value, wanted, met ? "met" : "MISSED");
    }
}
