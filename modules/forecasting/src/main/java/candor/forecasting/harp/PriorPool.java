package candor.forecasting.harp;

import candor.forecasting.calibration.Pool;
import candor.forecasting.calibration.PooledScores;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scores of a prior's versions as what counts beside a symbol's own. */
public final class PriorPool implements Pool {

    private final Prior prior;
    private final Map<LocalDate, Version> lists = new HashMap<>();
    private final List<Boolean> tempered;

    public PriorPool(Prior prior) {
        this.prior = prior;
        prior.versions()
                .forEach(version -> lists.put(
                        version.date(), Version.of(version, prior.weights().scores())));
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
        return prior.at(origin).map(version -> lists.get(version.date()));
    }

    /** Lists as arrays, made once. */
    private static final class Version implements PooledScores {

        private final double weight;
        private final double slope;
        private final double[][] byLevel;
        private final double[] signed;

        private Version(double weight, double slope, double[][] byLevel, double[] signed) {
            this.weight = weight;
            this.slope = slope;
            this.byLevel = byLevel;
            this.signed = signed;
        }

        static Version of(PriorVersion version, double weight) {
            double[][] byLevel = IntStream.range(0, version.scores().size())
                    .mapToObj(version::scoresOf)
                    .toArray(double[][]::new);
            return new Version(weight, version.slope(), byLevel, signed(byLevel[byLevel.length - 1]));
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
