package candor.pipeline.repair;

import java.util.Collection;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How many days lie between the dividends of a stock. */
final class Rhythm {

    /** A date nearer to another than this share of the shortest usual distance breaks the rhythm. */
    private static final double TOO_NEAR = 0.7;

    private static final int FEWEST = 3;

    private final Worksheet sheet;
    private final int[] rows;

    /** @param known payments that were made */
    Rhythm(Worksheet sheet, Collection<Payment> known) {
        this.sheet = sheet;
        this.rows = known.stream()
                .filter(payment -> payment.cash() > 0)
                .mapToInt(Payment::row)
                .sorted()
                .toArray();
    }

    /** Whether a dividend on that row comes too soon before or after another for a payer as regular as this. */
    boolean isBroken(int row) {
        double shortest = lowerQuartile();
        return rows.length >= FEWEST
                && IntStream.of(rows)
                        .filter(other -> other != row)
                        .anyMatch(other -> Math.abs(sheet.daysBetween(other, row)) < TOO_NEAR * shortest);
    }

    private double lowerQuartile() {
        double[] days = distances().sorted().toArray();
        return days.length == 0 ? 0 : days[days.length / 4];
    }

    private DoubleStream distances() {
        return IntStream.range(1, rows.length).mapToDouble(k -> sheet.daysBetween(rows[k - 1], rows[k]));
    }
}
