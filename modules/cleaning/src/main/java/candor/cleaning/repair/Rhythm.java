package candor.cleaning.repair;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How many days lie between the dividends of a stock. */
final class Rhythm {

    /** A date nearer to another than this share of the shortest usual distance breaks the rhythm. */
    private static final double TOO_NEAR = 0.7;

    private static final int FEWEST = 3;

    /** Amounts within this, as a logarithm, are of one series of payments. */
    private static final double LIKE = 0.35;

    private final Worksheet sheet;
    private final List<Payment> known;

    /** @param known payments that were made */
    Rhythm(Worksheet sheet, Collection<Payment> known) {
        this.sheet = sheet;
        this.known = known.stream().filter(payment -> payment.cash() > 0).toList();
    }

    /**
     * Whether a dividend of that amount on that row comes too soon before or after another for a payer as regular as this:
     * among those of about the amount, or among all where those are few.
     */
    boolean isBroken(int row, double amount) {
        int[] like = rows(row, payment -> Math.abs(StrictMath.log(payment.cash() / amount)) <= LIKE);
        int[] rows = like.length >= FEWEST ? like : rows(row, payment -> true);
        double[] days = IntStream.range(1, rows.length)
                .mapToDouble(k -> sheet.daysBetween(rows[k - 1], rows[k]))
                .sorted()
                .toArray();
        return rows.length >= FEWEST
                && IntStream.of(rows)
                        .anyMatch(other -> Math.abs(sheet.daysBetween(other, row)) < TOO_NEAR * days[days.length / 4]);
    }

    private int[] rows(int without, Predicate<Payment> which) {
        return known.stream()
                .filter(payment -> payment.row() != without)
                .filter(which)
                .mapToInt(Payment::row)
                .sorted()
                .toArray();
    }
}
