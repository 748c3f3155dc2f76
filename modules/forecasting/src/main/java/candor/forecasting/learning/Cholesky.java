package candor.forecasting.learning;

/** Symmetric positive definite linear systems, the matrix given as its lower triangle (row i holds i + 1 numbers). */
public final class Cholesky {

    private Cholesky() {}

    /**
     * Solves matrix &middot; x = right; the matrix is overwritten by its factor L (matrix = L L&#7488;) and {@code right}
     * by x.
     *
     * @param tolerance pivots at or below this share of their diagonal count as zero
     * @return whether the matrix is positive definite; if not, both arguments hold rubbish
     */
    public static boolean solveInPlace(double[][] matrix, double[] right, double tolerance) {
        return factorise(matrix, tolerance) && substitute(matrix, right);
    }

    private static boolean factorise(double[][] matrix, double tolerance) {
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            double diagonal = row[i];
            for (int j = 0; j <= i; j++) {
                double[] other = matrix[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = sum / other[j];
                } else if (sum > tolerance * diagonal) {
                    row[i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean substitute(double[][] factor, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= factor[i][k] * right[k];
            }
            right[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                right[i] -= factor[k][i] * right[k];
            }
            right[i] /= factor[i][i];
        }
        return true;
    }
}
