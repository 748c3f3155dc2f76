package candor.benchmarks.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Coverage over all symbols together with the standard error that a bootstrap of blocks of {@value #BLOCK} days gives: a
 * day's outcomes of all symbols stay together, and so do those of overlapping horizons.
 *
 * @param sessions the horizon
 * @param coverage of all outcomes, then of those in calm, middling and wild times
 * @param error standard error of each
 */
record BlockErrors(int sessions, List<Double> coverage, List<Double> error) {

    static final int BLOCK = 63;
    private static final int DRAWS = 2000;
    private static final long SEED = 1;
    private static final int PARTS = 4;

    BlockErrors {
        coverage = List.copyOf(coverage);
        error = List.copyOf(error);
    }

    /** Outcomes of one block: how many, and how many inside, of all and of each part. */
    private static final class Block {
        private final double[] outcomes = new double[PARTS];
        private final double[] inside = new double[PARTS];

        void add(int part, boolean covered) {
            for (int p : new int[] {0, part + 1}) {
                outcomes[p]++;
                inside[p] += covered ? 1 : 0;
            }
        }

        void add(Block other) {
            for (int p = 0; p < PARTS; p++) {
                outcomes[p] += other.outcomes[p];
                inside[p] += other.inside[p];
            }
        }

        double share(int part) {
            return inside[part] / outcomes[part];
        }
    }

    /** @param symbols of one horizon, at least one */
    static BlockErrors of(List<CoverageByDay> symbols) {
        List<Block> blocks = blocks(symbols);
        Block all = new Block();
        blocks.forEach(all::add);
        List<Double> coverage = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        double[][] drawn = drawn(blocks);
        for (int p = 0; p < PARTS; p++) {
            coverage.add(all.share(p));
            errors.add(deviation(drawn[p]));
        }
        return new BlockErrors(symbols.getFirst().sessions(), coverage, errors);
    }

    private static List<Block> blocks(List<CoverageByDay> symbols) {
        SortedMap<LocalDate, Block> days = new TreeMap<>();
        for (CoverageByDay symbol : symbols) {
            for (int t = 0; t < symbol.days().size(); t++) {
                days.computeIfAbsent(symbol.days().get(t), day -> new Block())
                        .add(symbol.parts().get(t), symbol.covered().get(t));
            }
        }
        List<Block> blocks = new ArrayList<>();
        int day = 0;
        for (Block each : days.values()) {
            if (day++ % BLOCK == 0) {
                blocks.add(new Block());
            }
            blocks.getLast().add(each);
        }
        return blocks;
    }

    private static double[][] drawn(List<Block> blocks) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] shares = new double[PARTS][DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Block sum = new Block();
            for (int i = 0; i < blocks.size(); i++) {
                sum.add(blocks.get(random.nextInt(blocks.size())));
            }
            for (int p = 0; p < PARTS; p++) {
                shares[p][draw] = sum.share(p);
            }
        }
        return shares;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: 90 %% covers %.4f (error %.4f); in calm times %.4f (%.4f), middling %.4f (%.4f), wild %.4f (%.4f)",
                PooledCoverage.words(sessions),
                coverage.get(0),
                error.get(0),
                coverage.get(1),
                error.get(1),
                coverage.get(2),
                error.get(2),
                coverage.get(3),
                error.get(3));
    }
}
