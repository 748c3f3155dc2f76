package candor.forecasting.harp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a panel of symbols says about one horizon, in dated versions, and how much it weighs against a symbol's own
 * past.
 *
 * @param horizon sessions, &ge; 1
 * @param weights of the panel's part
 * @param levels nominal coverages of the intervals, ascending
 * @param versions ascending by date, at least one
 */
public record Prior(int horizon, Weights weights, List<Double> levels, List<PriorVersion> versions) {

    /**
     * How many of a symbol's own observations the panel counts as.
     *
     * @param rows in the regression, &gt; 0
     * @param outcomes in the level of the variance, &gt; 0
     * @param scores in the intervals, &gt; 0
     */
    public record Weights(double rows, double outcomes, double scores) {

        public Weights {
            if (!(rows > 0 && outcomes > 0 && scores > 0)) {
                throw new IllegalArgumentException(
                        "want positive weights of a prior, got " + rows + ", " + outcomes + ", " + scores);
            }
        }

        /** Those of the study; empty for a horizon that it did not look at. */
        public static Optional<Weights> of(int horizon) {
            return switch (horizon) {
                case 1 -> Optional.of(new Weights(2000, 500, 1000));
                case 5 -> Optional.of(new Weights(4000, 1000, 5000));
                case 21 -> Optional.of(new Weights(10000, 2500, 5000));
                default -> Optional.empty();
            };
        }
    }

    public Prior {
        levels = List.copyOf(levels);
        versions = List.copyOf(versions);
        if (horizon < 1 || versions.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("want a horizon from 1, a level and a version at least, got " + horizon
                    + ", " + levels + " and " + versions.size() + " versions");
        }
        for (int i = 0; i < versions.size(); i++) {
            PriorVersion version = versions.get(i);
            if (version.slopes().size() != levels.size()) {
                throw new IllegalArgumentException("the version of " + version.date() + " has "
                        + version.slopes().size() + " slopes for " + levels.size() + " levels");
            }
            if (i > 0 && !version.date().isAfter(versions.get(i - 1).date())) {
                throw new IllegalArgumentException("versions of a prior not ascending: " + version.date() + " follows "
                        + versions.get(i - 1).date());
            }
        }
    }

    /** The same without versions dated after a day; empty where there is none by then. */
    Optional<Prior> upTo(LocalDate day) {
        List<PriorVersion> known = versions.stream()
                .filter(version -> !version.date().isAfter(day))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Prior(horizon, weights, levels, known));
    }

    /** The latest version dated at or before a session; empty before the first. No later one can be asked for. */
    public Optional<PriorVersion> at(LocalDate session) {
        int low = 0;
        int high = versions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (versions.get(middle).date().isAfter(session)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(versions.get(low - 1));
    }
}
