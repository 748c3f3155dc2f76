package candor.forecasting.learning;

import java.util.OptionalLong;

/**
 * The size of gradient boosting, and when it is fitted.
 *
 * @param trees 1 to 1000
 * @param depth splits between root and leaf, 1 to 8
 * @param leastRows training rows in a leaf, &ge; 1
 * @param shrinkage of every tree, above 0 up to 1
 * @param subsample share of the rows that a tree sees, drawn without replacement (Friedman 2002), above 0 up to 1
 * @param refitEvery sessions between fits, counted from the first origin, &ge; 1; a fit waits for a refit of the other
 *     candidates
 * @param seed of the draws; the same for every fit
 */
public record BoostingSettings(
        int trees, int depth, int leastRows, double shrinkage, double subsample, int refitEvery, long seed)
        implements HyperParameters {

    private static final int FEW_TREES = 4;
    private static final int FEW_ROWS = 20;
    private static final int A_QUARTER = 63;

    public BoostingSettings {
        require(trees >= 1 && trees <= 1000, "trees", trees, "1 to 1000");
        require(depth >= 1 && depth <= 8, "depth", depth, "1 to 8");
        require(leastRows >= 1, "leastRows", leastRows, "at least 1");
        require(shrinkage > 0 && shrinkage <= 1, "shrinkage", shrinkage, "above 0 up to 1");
        require(subsample > 0 && subsample <= 1, "subsample", subsample, "above 0 up to 1");
        require(refitEvery >= 1, "refitEvery", refitEvery, "at least 1");
    }

    /** Small trees, fitted once a year: daily returns have shown nothing that would deserve more. */
    public static BoostingSettings standard() {
        return new BoostingSettings(50, 3, 50, 0.05, 0.5, 252, 1);
    }

    @Override
    public BoostingSettings light() {
        return new BoostingSettings(
                Math.min(trees, FEW_TREES),
                depth,
                Math.min(leastRows, FEW_ROWS),
                shrinkage,
                subsample,
                Math.min(refitEvery, A_QUARTER),
                seed);
    }

    @Override
    public OptionalLong randomSeed() {
        return OptionalLong.of(seed);
    }

    private static void require(boolean held, String field, Object value, String wanted) {
        if (!held) {
            throw new IllegalArgumentException("candidates.boosting." + field + " is " + value + "; want " + wanted);
        }
    }
}
