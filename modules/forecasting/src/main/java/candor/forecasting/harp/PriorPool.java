package candor.forecasting.harp;

import candor.forecasting.calibration.Pool;
import candor.forecasting.calibration.PooledScores;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scores of a prior's versions as what counts beside a symbol's own. */
public final class PriorPool implements Pool {

    private final List<Version> versions;
    private final List<Boolean> tempered;

    public PriorPool(Prior prior) {
        this.versions = prior.versions().stream()
                .map(version -> Version.of(version, prior.weights().scores()))
                .toList();
        this.tempered = IntStream.range(0, prior.levels().size())
                .mapToObj(level -> prior.versions().stream()
                        .anyMatch(version -> version.slopes().get(level) != 0))
                .toList();
    }

    @Override
    public boolean isTempered(int level) {
        return tempered.get(level);
    }

    @Override
    public Optional<PooledScores> at(LocalDate origin) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).date.isAfter(origin)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** Lists as arrays, made once. */
    private static final class Version implements PooledScores {

        private final LocalDate date;
        private final double weight;
        private final double slope;
        private final double[][] byLevel;
        private final double[] signed;

        private Version(LocalDate date, double weight, double slope, double[][] byLevel, double[] signed) {
            this.date = date;
            this.weight = weight;
            this.slope = slope;
            this.byLevel = byLevel;
            this.signed = signed;
        }

        static Version of(PriorVersion version, double weight) {
            double[][] byLevel = IntStream.range(0, version.scores().size())
                    .mapToObj(version::scoresOf)
                    .toArray(double[][]::new);
            return new Version(version.date(), weight, version.slope(), byLevel, signed(byLevel[byLevel.length - 1]));
        }

        private static double[] signed(double[] scores) {
            double[] both = new double[2 * scores.length];
            for (int i = 0; i < scores.length; i++) {
                both[i] = -scores[i];
                both[scores.length + i] = scores[i];
            }
            Arrays.sort(both);
            return both;
        }

        @Override
        public double weight() {
            return weight;
        }

        @Override
        public double[] ofLevel(int level) {
            return byLevel[level];
        }

        @Override
        public double[] signed() {
            return signed;
        }

        @Override
        public double width(double wildness) {
            return StrictMath.exp(slope * wildness);
        }
    }
}
