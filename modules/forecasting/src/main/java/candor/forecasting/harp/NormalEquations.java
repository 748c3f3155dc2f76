package candor.forecasting.harp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums of a row's products with itself and with its target; the constant is one of the row's numbers. */
final class NormalEquations {

    private final double[][] gram;
    private final double[] right;

    NormalEquations(int width) {
        gram = new double[width][];
        for (int i = 0; i < width; i++) {
            gram[i] = new double[i + 1];
        }
        right = new double[width];
    }

    /** The sums as {@link #packedGram()} and {@link #rightSide()} gave them. */
    static NormalEquations of(List<Double> packedGram, List<Double> right) {
        NormalEquations sums = new NormalEquations(right.size());
        int next = 0;
        for (double[] row : sums.gram) {
            for (int j = 0; j < row.length; j++) {
                row[j] = packedGram.get(next++);
            }
        }
        for (int i = 0; i < sums.right.length; i++) {
            sums.right[i] = right.get(i);
        }
        return sums;
    }

    NormalEquations copy() {
        NormalEquations copy = new NormalEquations(right.length);
        addTo(copy.gram, copy.right);
        return copy;
    }

    /** The lower triangle, row after row. */
    List<Double> packedGram() {
        List<Double> packed = new ArrayList<>();
        for (double[] row : gram) {
            for (double sum : row) {
                packed.add(sum);
            }
        }
        return packed;
    }

    List<Double> rightSide() {
        return Arrays.stream(right).boxed().toList();
    }

    void add(double[] row, double target) {
        for (int i = 0; i < row.length; i++) {
            double[] sums = gram[i];
            for (int j = 0; j <= i; j++) {
                sums[j] += row[i] * row[j];
            }
            right[i] += row[i] * target;
        }
    }

    /** Adds these sums to others. */
    void addTo(double[][] otherGram, double[] otherRight) {
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                otherGram[i][j] += gram[i][j];
            }
            otherRight[i] += right[i];
        }
    }

    /** Rows added, where the first number of each is 1. */
    double rows() {
        return gram[0][0];
    }

    /** Sum of the products of two numbers of the rows, j &le; i. */
    double gram(int i, int j) {
        return gram[i][j];
    }

    /** Sum of the products of a number of the rows with the target. */
    double right(int i) {
        return right[i];
    }
}
