package candor.forecasting.guard;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.OriginRange;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;
import java.util.Optional;

/**
 * Alarm at results for one session ahead that are too good to be true: R&sup2;os against the random walk above 5 %, or a
 * direction that is right more often than the more frequent direction occurs, by over 8 points; both beyond what chance
 * gives at three standard errors, which matters below some 350 forecasts. Daily returns do not give that; a leak does.
 *
 * @param cards that are to be shown
 */
record TooGood(List<HorizonScorecard> cards) implements Audit {

    static final String NAME = "too good to be true";

    private static final double R2_LIMIT = 0.05;
    private static final double DIRECTION_MARGIN = 0.08;

    /** Of chance: R&sup2; of noise on n forecasts has a mean of 1/n, a share of hits the deviation 1/2/sqrt(n). */
    private static final double STANDARD_ERRORS = 3;

    TooGood {
        cards = List.copyOf(cards);
    }

    @Override
    public GuardResult check(Made made) {
        Optional<String> alarm = cards.stream()
                .filter(card -> card.sessions() == 1)
                .flatMap(card -> card.point().candidates().entrySet().stream()
                        .flatMap(candidate ->
                                alarm(candidate.getKey(), candidate.getValue(), outcomes(made, card)).stream()))
                .findFirst();
        return alarm.map(what -> GuardResult.broken(NAME, what))
                .orElseGet(() -> GuardResult.held(
                        NAME,
                        "No candidate has an R2os above " + R2_LIMIT + " for one session, or a direction better than"
                                + " the more frequent one by " + DIRECTION_MARGIN + "."));
    }

    private static Optional<String> alarm(String candidate, PointScore score, List<BacktestRow> outcomes) {
        double r2Limit = Math.max(R2_LIMIT, STANDARD_ERRORS * STANDARD_ERRORS / outcomes.size());
        if (score.r2osVsZero() > r2Limit) {
            return Optional.of(candidate + " has an R2os of " + score.r2osVsZero() + " for one session; above "
                    + r2Limit + " look for a leak.");
        }
        Proportion direction = score.directionAccuracy();
        double baseRate = baseRate(outcomes);
        double margin = Math.max(DIRECTION_MARGIN, STANDARD_ERRORS * 0.5 / Math.sqrt(outcomes.size()));
        return direction != null && direction.value() > baseRate + margin
                ? Optional.of(candidate + " has the direction of " + direction.value()
                        + " of the sessions right, where the more frequent one occurs in " + baseRate
                        + "; look for a leak.")
                : Optional.empty();
    }

    private static List<BacktestRow> outcomes(Made made, HorizonScorecard card) {
        OriginRange origins = card.origins();
        return made.backtest().rows().stream()
                .filter(row -> row.horizon() == card.sessions() && Double.isFinite(row.realised()))
                .filter(row ->
                        !row.origin().isBefore(origins.from()) && !row.origin().isAfter(origins.to()))
                .toList();
    }

    /** How often the more frequent direction occurs. */
    private static double baseRate(List<BacktestRow> outcomes) {
        long rises = outcomes.stream().filter(row -> row.realised() > 0).count();
        return (double) Math.max(rises, outcomes.size() - rises) / outcomes.size();
    }
}
