package candor.forecasting.harp;

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
