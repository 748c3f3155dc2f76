package candor.forecasting.candidate;

import candor.forecasting.candidate.Candidate.Fit;
import candor.forecasting.candidate.Candidate.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of candidates. Whoever adds one writes its class and one line here. */
public final class Candidates {

    /** Sessions that the feature with the longest window looks back on. */
    public static final int LOOK_BACK_OF_FEATURES = 252;

    /** The random walk, which forecasts of the mean are judged against; in service at first. */
    public static final Candidate ZERO = new RandomWalk();

    /** The expanding mean, the other measure of forecasts of the mean. */
    public static final Candidate MEAN = new PastMean();

    /** EWMA, which forecasts of the scale are judged against. */
    public static final Candidate EWMA = new WeightedSquares();

    /** Log-HAR-L; in service at first over horizons that HAR-P does not forecast. */
    public static final Candidate LOG_HAR_L = new LogHar();

    /** HAR-P on the symbol's own bars; in service at first. */
    public static final Candidate HAR_P_OWN = new OwnHarP();

    /** All of them, in the order of tables: those for the mean first, each after those that it is made of. */
    public static final List<Candidate> ALL = List.of(
            ZERO,
            MEAN,
            new RidgeRegression(),
            new GradientBoosting(),
            new RegressionCart(),
            new AverageOfMeans(),
            EWMA,
            new ConditionalVariance(),
            LOG_HAR_L,
            HAR_P_OWN);

    /** Those for the mean. */
    public static final List<Candidate> MEANS = ofKind(Kind.MEAN);

    /** Those for the scale. */
    public static final List<Candidate> SCALES = ofKind(Kind.SCALE);

    private static final Map<Candidate, Integer> POSITIONS = positions();

    private Candidates() {}

    private static List<Candidate> ofKind(Kind kind) {
        return ALL.stream().filter(candidate -> candidate.kind() == kind).toList();
    }

    private static Map<Candidate, Integer> positions() {
        Map<Candidate, Integer> positions = new HashMap<>();
        ALL.forEach(candidate -> positions.put(candidate, positions.size()));
        return positions;
    }

    /** The candidate of a key; empty if there is none. */
    public static Optional<Candidate> find(String key) {
        return find(ALL, key);
    }

    private static Optional<Candidate> find(List<Candidate> among, String key) {
        return among.stream().filter(candidate -> candidate.key().equals(key)).findFirst();
    }

    /** The candidate of a key; throws IllegalArgumentException if there is none. */
    public static Candidate of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no such candidate: '" + key + "'"));
    }

    /** The candidate for the mean of a key; throws IllegalArgumentException if there is none. */
    public static Candidate mean(String key) {
        return find(MEANS, key)
                .orElseThrow(() -> new IllegalArgumentException("no such candidate for the mean: '" + key + "'"));
    }

    /** The candidate for the scale of a key; throws IllegalArgumentException if there is none. */
    public static Candidate scale(String key) {
        return find(SCALES, key)
                .orElseThrow(() -> new IllegalArgumentException("no such candidate for the scale: '" + key + "'"));
    }

    /** Keys of those whose fit may fail, and which alone can be left out. */
    public static List<String> fitted() {
        return ALL.stream()
                .filter(candidate -> candidate.fit() != Fit.NONE)
                .map(Candidate::key)
                .toList();
    }

    /** Who forecasts where some are left out: the candidate itself, else its fallback, or the fallback's. */
    public static Candidate standIn(Candidate wanted, Collection<String> leftOut) {
        Candidate candidate = wanted;
        while (candidate.isWithout(leftOut)) {
            candidate = of(candidate.fallback());
        }
        return candidate;
    }

    /** Where a candidate stands in {@link #ALL}. */
    static int position(Candidate candidate) {
        Integer position = POSITIONS.get(candidate);
        if (position == null) {
            throw new IllegalArgumentException(candidate.key() + " is not in the table of candidates");
        }
        return position;
    }
}
