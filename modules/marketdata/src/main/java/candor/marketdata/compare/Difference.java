package candor.marketdata.compare;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One value that two sources give differently.
 *
 * @param a the first one's value: dollars, shares, or shares after for one before; NaN where it has none
 * @param b the second one's
 */
public record Difference(LocalDate session, Column column, double a, double b) implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::session).thenComparing(Difference::column);

    /** What differs; of a session that only one has, its close is shown. */
    public enum Column {
        SESSION,
        CLOSE,
        VOLUME,
        DIVIDEND,
        SPLIT
    }

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }
}
