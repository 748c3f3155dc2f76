package candor.forecasting.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Columns with their training rows' mean taken off, divided by their population standard deviation.
 *
 * @param means of the training rows
 * @param deviations what each column is divided by; 1 for a constant one
 */
public record Standardisation(List<Double> means, List<Double> deviations) {

    public Standardisation {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.size() != deviations.size()) {
            throw new IllegalArgumentException(means.size() + " means for " + deviations.size() + " deviations");
        }
    }

    /** Of these rows, at least one, all of the same width. */
    public static Standardisation of(List<double[]> rows) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().length; column++) {
            double mean = 0;
            for (double[] row : rows) {
                mean += row[column];
            }
            mean /= rows.size();
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[column] - mean) * (row[column] - mean);
            }
            double deviation = Math.sqrt(squares / rows.size());
            means.add(mean);
            deviations.add(deviation == 0 ? 1 : deviation);
        }
        return new Standardisation(means, deviations);
    }

    /** The one that leaves every value as it is, to the bit. */
    public static Standardisation none(int columns) {
        return new Standardisation(Collections.nCopies(columns, 0.0), Collections.nCopies(columns, 1.0));
    }

    /** A row in standard deviations from the mean; the given one stays as it is. */
    public double[] apply(double[] row) {
        double[] standardised = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            standardised[i] = (row[i] - means.get(i)) / deviations.get(i);
        }
        return standardised;
    }
}
