package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import java.util.List;
import java.util.Optional;

/**
 * Features and forecasts at a session stay the same, bit for bit, when later sessions are cut off and when they are
 * replaced by noise.
 *
 * @param cuts indices of the last sessions that stay, each below the last of the history
 * @param seed of the noise
 */
record PrefixInvariance(List<Integer> cuts, long seed) implements Replay {

    static final String NAME = "prefix invariance";

    PrefixInvariance {
        cuts = List.copyOf(cuts);
    }

    @Override
    public GuardResult check(ForecastingSystem system, Made made) {
        PriceHistory history = made.history();
        for (int cut : cuts) {
            Optional<String> difference = difference(system, made, history.visibleAt(cut), cut, "are cut off")
                    .or(() -> difference(
                            system,
                            made,
                            AlteredHistory.replacedAfter(history, cut, seed),
                            cut,
                            "are replaced by noise"));
            if (difference.isPresent()) {
                return GuardResult.broken(NAME, difference.get());
            }
        }
        if (cuts.isEmpty()) {
            return GuardResult.held(NAME, "No earlier session had a forecast: there is nothing to compare yet.");
        }
        return GuardResult.held(
                NAME,
                "Nothing up to "
                        + String.join(
                                ", ",
                                cuts.stream()
                                        .map(cut -> history.session(cut).toString())
                                        .toList())
                        + " changes by a bit when later sessions are cut off or replaced by noise.");
    }

    private static Optional<String> difference(
            ForecastingSystem system, Made made, PriceHistory altered, int cut, String how) {
        return Comparison.EXACT
                .firstDifference(made, system.make(altered), cut)
                .map(what -> "When the sessions after " + made.history().session(cut) + " " + how + ", " + what + ".");
    }
}
