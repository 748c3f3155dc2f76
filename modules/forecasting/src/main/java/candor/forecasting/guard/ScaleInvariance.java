package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;
import java.util.Optional;
import java.util.Set;

/**
 * Neither the currency unit nor the level of prices matters: with all prices times a power of two, features and forecasts
 * are the same bit for bit, with another factor to 1e-12 where no search is involved. Adjusted prices are revised with every later dividend; what
 * depends on their level depends on when it was retrieved.
 */
record ScaleInvariance() implements Replay {

    static final String NAME = "scale invariance";

    private static final double POWER_OF_TWO = 0x1p-3;
    private static final double OTHER = 7.31;
    private static final Comparison NEAR = new Comparison(1e-12);

    /** Features per turnover in the listing's currency: the inverse of a level, and a model that standardises them is indifferent to it. */
    private static final Set<String> PER_CURRENCY = Set.of("amihud21");

    @Override
    public GuardResult check(ForecastingSystem system, Made made) {
        Optional<String> difference = difference(system, made, POWER_OF_TWO, Comparison.EXACT)
                .or(() -> difference(system, made, OTHER, NEAR));
        return difference
                .map(what -> GuardResult.broken(NAME, what))
                .orElseGet(() -> GuardResult.held(
                        NAME,
                        "Prices times " + POWER_OF_TWO + " change no bit of features and forecasts, times " + OTHER
                                + " nothing above 1e-12."));
    }

    private static Optional<String> difference(
            ForecastingSystem system, Made made, double factor, Comparison comparison) {
        Made scaled = system.make(AlteredHistory.scaled(made.history(), factor));
        return comparison
                .firstDifference(made, scaled, made.history().size() - 1, name -> unit(name, factor))
                .map(what -> "With all prices times " + factor + ", " + what + ".");
    }

    private static double unit(String feature, double factor) {
        return PER_CURRENCY.contains(feature) ? 1 / factor : 1;
    }
}
