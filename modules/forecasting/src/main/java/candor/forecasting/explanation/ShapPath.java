package candor.forecasting.explanation;

import java.util.Arrays;

/**
 * The features split on between root and node, each once, and for each number of them that may be known the weight of
 * all sets of that size: EXTEND and UNWIND of algorithm 2 in Lundberg, Erion and Lee (2018). Element 0 stands for the
 * root. Never changed once made.
 */
final class ShapPath {

    static final ShapPath EMPTY = new ShapPath(0);

    private final int[] feature;
    /** Share of the training rows that go on where the feature is not known. */
    private final double[] zero;
    /** 1 where the row itself goes on by the feature, else 0. */
    private final double[] one;

    private final double[] weight;

    private ShapPath(int length) {
        this.feature = new int[length];
        this.zero = new double[length];
        this.one = new double[length];
        this.weight = new double[length];
    }

    int length() {
        return feature.length;
    }

    int feature(int element) {
        return feature[element];
    }

    double zero(int element) {
        return zero[element];
    }

    double one(int element) {
        return one[element];
    }

    /** Where a feature stands, -1 where it does not. */
    int indexOf(int wanted) {
        for (int i = 1; i < feature.length; i++) {
            if (feature[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** EXTEND: one more feature. */
    ShapPath extended(double zeroShare, double oneShare, int added) {
        int last = length();
        ShapPath next = new ShapPath(last + 1);
        System.arraycopy(feature, 0, next.feature, 0, last);
        System.arraycopy(zero, 0, next.zero, 0, last);
        System.arraycopy(one, 0, next.one, 0, last);
        System.arraycopy(weight, 0, next.weight, 0, last);
        next.feature[last] = added;
        next.zero[last] = zeroShare;
        next.one[last] = oneShare;
        next.weight[last] = last == 0 ? 1 : 0;
        for (int i = last - 1; i >= 0; i--) {
            next.weight[i + 1] += oneShare * next.weight[i] * (i + 1) / (last + 1);
            next.weight[i] = zeroShare * next.weight[i] * (last - i) / (last + 1);
        }
        return next;
    }

    /** UNWIND: the path as if the element had never been added. */
    ShapPath without(int element) {
        ShapPath rest = new ShapPath(length() - 1);
        for (int i = 0; i < rest.length(); i++) {
            int from = i < element ? i : i + 1;
            rest.feature[i] = feature[from];
            rest.zero[i] = zero[from];
            rest.one[i] = one[from];
        }
        System.arraycopy(weightsWithout(element), 0, rest.weight, 0, rest.length());
        return rest;
    }

    /** The weight of all sets of the other features. */
    double weightWithout(int element) {
        double sum = 0;
        for (double w : weightsWithout(element)) {
            sum += w;
        }
        return sum;
    }

    private double[] weightsWithout(int element) {
        int last = length() - 1;
        double[] rest = Arrays.copyOf(weight, last);
        double next = weight[last];
        for (int i = last - 1; i >= 0; i--) {
            if (one[element] == 0) {
                rest[i] = weight[i] * (last + 1) / (zero[element] * (last - i));
            } else {
                rest[i] = next * (last + 1) / ((i + 1) * one[element]);
                next = weight[i] - rest[i] * zero[element] * (last - i) / (last + 1);
            }
        }
        return rest;
    }
}
