package candor.benchmarks.mutant;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.harp.OwnVariances;
import candor.forecasting.harp.Prior;
import candor.forecasting.harp.PriorVersion;
import candor.forecasting.harp.Priors;
import candor.forecasting.harp.ShippedPrior;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mistakes with what other symbols say. */
final class PriorMistakes {

    private PriorMistakes() {}

    static List<Mutant> all() {
        return List.of(new Mutant(
                "prior-before-its-date",
                "Each version of the prior is used a year before its date.",
                List.of("dated prior"),
                Mutant.forecasting(PriorMistakes::tooSoon)));
    }

    private static ForecastingSystem tooSoon(Specimen stock) {
        ForecastingSystem product = ForecastingSystem.product(stock.calendar(), stock.plan());
        Priors priors = aYearEarlier(ShippedPrior.priors());
        return history -> {
            Made made = product.make(history);
            Map<LocalDate, Map<Integer, Double>> sigmas = sigmas(history, new OwnVariances(priors, stock.calendar()));
            return Altered.withRows(made, row -> withHarP(row, sigmas.getOrDefault(row.origin(), Map.of())));
        };
    }

    private static Map<LocalDate, Map<Integer, Double>> sigmas(PriceHistory history, OwnVariances variances) {
        Map<LocalDate, Map<Integer, Double>> sigmas = new HashMap<>();
        for (int t = 0; t < history.size(); t++) {
            variances.absorb(history.visibleAt(t));
            Map<Integer, Double> at = new HashMap<>();
            ShippedPrior.HORIZONS.forEach(horizon ->
                    variances.forecast(horizon).ifPresent(forecast -> at.put(horizon, Math.sqrt(forecast.variance()))));
            sigmas.put(history.session(t), at);
        }
        return sigmas;
    }

    private static BacktestRow withHarP(BacktestRow row, Map<Integer, Double> sigmas) {
        double sigma = sigmas.getOrDefault(row.horizon(), Double.NaN);
        return new BacktestRow(
                row.origin(),
                row.target(),
                row.horizon(),
                row.realised(),
                row.candidates().with(Candidates.HAR_P_OWN, sigma),
                sigma,
                row.quantiles(),
                row.tails(),
                row.longMean());
    }

    private static Priors aYearEarlier(Priors priors) {
        return new Priors(
                priors.about(),
                priors.symbols(),
                priors.from(),
                priors.through(),
                priors.horizons().stream().map(PriorMistakes::aYearEarlier).toList());
    }

    private static Prior aYearEarlier(Prior prior) {
        return new Prior(
                prior.horizon(),
                prior.weights(),
                prior.levels(),
                prior.versions().stream().map(PriorMistakes::aYearEarlier).toList());
    }

    private static PriorVersion aYearEarlier(PriorVersion version) {
        return new PriorVersion(
                version.date().minusYears(1),
                version.gram(),
                version.coefficients(),
                version.level(),
                version.slopes(),
                version.scores());
    }
}
