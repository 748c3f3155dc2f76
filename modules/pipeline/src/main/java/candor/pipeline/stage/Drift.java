package candor.pipeline.stage;

import candor.forecasting.drift.PopulationStability;
import candor.forecasting.drift.TwoSampleKolmogorovSmirnov;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.text.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the features of the latest sessions are distributed beside those of all sessions before them.
 *
 * @param reference the sessions before; null where there are too few
 * @param current the latest sessions; null where there are too few
 * @param unmeasured why nothing is measured; null where it is
 * @param features in the order of the table; empty where nothing is measured
 */
record Drift(
        @Nullable Window reference,
        @Nullable Window current,
        @Nullable String unmeasured,
        List<FeatureDrift> features) {

    /** As many sessions as the scores that stand beside. */
    private static final int CURRENT = 250;

    /** As many sessions as the first fit takes. */
    private static final int LEAST_REFERENCE = 504;

    Drift {
        features = List.copyOf(features);
        boolean measured = !features.isEmpty();
        if (measured != (reference != null) || measured != (current != null) || measured == (unmeasured != null)) {
            throw new IllegalArgumentException("either both windows and the features, or why there are none: "
                    + reference + ", " + current + ", " + features.size() + " features, " + unmeasured);
        }
    }

    /** Sessions that have all features. */
    record Window(LocalDate from, LocalDate to, int rows) {

        Window {
            if (rows < 1 || to.isBefore(from)) {
                throw new IllegalArgumentException(rows + " sessions from " + from + " to " + to);
            }
        }

        private static Window of(PriceHistory history, int[] rows) {
            return new Window(history.session(rows[0]), history.session(rows[rows.length - 1]), rows.length);
        }
    }

    /**
     * One feature.
     *
     * @param psi {@link PopulationStability} over ten bins
     * @param ks statistic of {@link TwoSampleKolmogorovSmirnov}
     * @param ksP its p-value, were the days independent; features resemble those of the day before, so it is too small
     */
    record FeatureDrift(String name, double psi, double ks, double ksP) {

        FeatureDrift {
            if (!(psi >= 0 && ks >= 0 && ks <= 1 && ksP >= 0 && ksP <= 1)) {
                throw new IllegalArgumentException(name + ": psi " + psi + ", ks " + ks + ", ksP " + ksP);
            }
        }

        private static FeatureDrift of(String name, double[] reference, double[] current) {
            TwoSampleKolmogorovSmirnov test = TwoSampleKolmogorovSmirnov.of(reference, current);
            return new FeatureDrift(
                    name, PopulationStability.of(reference, current).index(), test.statistic(), test.p());
        }
    }

    /** @param table over the sessions of the history; what is later than asOf is not looked at */
    static Drift of(PriceHistory history, FeatureTable table, LocalDate asOf) {
        int[] rows = IntStream.range(0, table.size())
                .filter(row -> !history.session(row).isAfter(asOf) && table.complete(row))
                .toArray();
        int before = rows.length - CURRENT;
        if (before < LEAST_REFERENCE) {
            return new Drift(null, null, tooFew(rows.length), List.of());
        }
        int[] reference = IntStream.range(0, before).map(at -> rows[at]).toArray();
        int[] current = IntStream.range(before, rows.length).map(at -> rows[at]).toArray();
        List<FeatureDrift> features = new ArrayList<>();
        for (int column = 0; column < table.names().size(); column++) {
            features.add(FeatureDrift.of(
                    table.names().get(column), values(table, reference, column), values(table, current, column)));
        }
        return new Drift(Window.of(history, reference), Window.of(history, current), null, features);
    }

    /**
     * The feature with the largest population stability index, of equal ones the first. Those with a unit are left out:
     * they follow the price, and would hide all others wherever it is not what it was years ago.
     */
    Optional<FeatureDrift> largest() {
        return features.stream()
                .filter(feature -> !Features.WITH_UNIT.contains(feature.name()))
                .reduce((first, next) -> next.psi() > first.psi() ? next : first);
    }

    /** For a person, in a few words. */
    String summary() {
        return largest()
                .map(drift -> "largest drift: " + drift.name() + " PSI " + Figures.statistic(drift.psi()))
                .orElseGet(() -> "drift of features not measured: "
                        + Objects.requireNonNullElse(unmeasured, "all that there are follow the price"));
    }

    private static String tooFew(int rows) {
        return Figures.count(rows, "session", "has", "have") + " all features, " + (LEAST_REFERENCE + CURRENT)
                + " are needed: the latest " + CURRENT + " and " + LEAST_REFERENCE + " before them";
    }

    private static double[] values(FeatureTable table, int[] rows, int column) {
        return IntStream.of(rows).mapToDouble(row -> table.value(row, column)).toArray();
    }
}
