package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.LinearFit;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The choice of the penalty, made again the long way: every inner fit from its own rows. */
class RidgePenaltyTest {

    private static final int MINIMUM_ROWS = 120;
    private static final int REFIT_EVERY = 21;
    private static final List<Double> PENALTIES = List.of(0.5, 50.0, 5000.0);
    private static final ForecastPlan PLAN = ForecastPlan.of(new ForecastSettings(
                    List.of(1, 5),
                    MINIMUM_ROWS,
                    REFIT_EVERY,
                    Simulated.FEATURES,
                    List.of(0.9),
                    Map.of(1, 0.002, 5, 0.001),
                    60,
                    Simulated.candidates(PENALTIES)))
            .withoutCandidates(Set.of("garch"));

    @Test
    void thePenaltyThatHasErredLeastIsTaken() {
        Set<Double> chosen = new HashSet<>();
        for (int seed = 0; seed < 12; seed++) {
            PriceHistory history = Simulated.stock(330, seed);
            FeatureTable features = seed % 2 == 0 ? Simulated.features(history) : telling(history);
            TrainedModels models = Training.fit(history, features, new Weekdays(), PLAN);
            int refit = history.indexOf(models.fittedAt());
            for (int horizon : PLAN.settings().horizons()) {
                RidgeCoefficients ridge = (RidgeCoefficients) models.model(Candidates.of("ridge"), horizon)
                        .orElseThrow()
                        .state();
                assertThat(ridge.penalty()).isEqualTo(best(history, features, horizon, refit));
                chosen.add(ridge.penalty());
            }
        }
        assertThat(chosen)
                .as("features that tell ask for a smaller penalty than noise")
                .hasSizeGreaterThan(1);
    }

    /** Features of which the first knows the next return: here little shrinkage is right. */
    private static FeatureTable telling(PriceHistory history) {
        FeatureTable plain = Simulated.features(history);
        double[][] columns = new double[plain.names().size()][history.size()];
        for (int t = 0; t < history.size(); t++) {
            double[] row = row(plain, t);
            boolean known = t + 1 < history.size();
            for (int c = 0; c < columns.length; c++) {
                columns[c][t] = c == 0 && known && plain.complete(t) ? Targets.logReturn(history, t, t + 1) : row[c];
            }
        }
        return new FeatureTable(plain.names(), columns);
    }

    private static double best(PriceHistory history, FeatureTable features, int horizon, int refit) {
        int first = firstInnerFit(features, horizon);
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES.reversed()) {
            double errors = 0;
            for (int origin = first; origin + horizon <= refit; origin++) {
                int fittedAt = origin - (origin - first) % REFIT_EVERY;
                LinearFit fit = LinearFit.of(rows(history, features, horizon, fittedAt), penalty, "ridge");
                double error = Targets.logReturn(history, origin, origin + horizon) - fit.at(row(features, origin));
                errors += error * error;
            }
            if (errors < least) {
                least = errors;
                best = penalty;
            }
        }
        return best;
    }

    private static int firstInnerFit(FeatureTable features, int horizon) {
        int complete = 0;
        for (int t = 0; ; t++) {
            complete += t >= horizon && features.complete(t - horizon) ? 1 : 0;
            if (complete >= MINIMUM_ROWS / 2) {
                return t;
            }
        }
    }

    private static CoMoments rows(PriceHistory history, FeatureTable features, int horizon, int fittedAt) {
        CoMoments moments = new CoMoments(Simulated.FEATURES.size());
        for (int origin = 0; origin + horizon <= fittedAt; origin++) {
            if (features.complete(origin)) {
                moments.add(row(features, origin), Targets.logReturn(history, origin, origin + horizon));
            }
        }
        return moments;
    }

    private static double[] row(FeatureTable features, int origin) {
        double[] row = new double[features.names().size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = features.value(origin, c);
        }
        return row;
    }
}
