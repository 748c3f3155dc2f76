package candor.forecasting.guard;

import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.evaluation.OriginRange;
import candor.forecasting.evaluation.PointScore;
import candor.forecasting.evaluation.Proportion;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;
import java.util.Optional;

/**
 * Alarm at results for one session ahead that are too good to be true: R&sup2;os against the random walk above 5 %, or a
 * direction that is right more often than the more frequent direction occurs, by over 8 points. Daily returns do not give
 * that; a leak does.
 *
 * @param cards that are to be shown
 */
record TooGood(List<HorizonScorecard> cards) implements Audit {

    static final String NAME = "too good to be true";

    private static final double R2_LIMIT = 0.05;
    private static final double DIRECTION_MARGIN = 0.08;

    TooGood {
        cards = List.copyOf(cards);
    }

    @Override
    public GuardResult check(Made made) {
        Optional<String> alarm = cards.stream()
                .filter(card -> card.sessions() == 1)
                .flatMap(card -> card.point().candidates().entrySet().stream()
                        .flatMap(candidate ->
                                alarm(candidate.getKey(), candidate.getValue(), baseRate(made, card)).stream()))
                .findFirst();
        return alarm.map(what -> GuardResult.broken(NAME, what))
                .orElseGet(() -> GuardResult.held(
                        NAME,
                        "No candidate has an R2os above " + R2_LIMIT + " for one session, or a direction better than"
                                + " the more frequent one by " + DIRECTION_MARGIN + "."));
    }

    private static Optional<String> alarm(String candidate, PointScore score, double baseRate) {
        if (score.r2osVsZero() > R2_LIMIT) {
            return Optional.of(candidate + " has an R2os of " + score.r2osVsZero() + " for one session; above "
                    + R2_LIMIT + " look for a leak.");
        }
        Proportion direction = score.directionAccuracy();
        return direction != null && direction.value() > baseRate + DIRECTION_MARGIN
                ? Optional.of(candidate + " has the direction of " + direction.value()
                        + " of the sessions right, where the more frequent one occurs in " + baseRate
                        + "; look for a leak.")
                : Optional.empty();
    }

    /** How often the more frequent direction occurs among the outcomes of the scorecard. */
    private static double baseRate(Made made, HorizonScorecard card) {
        OriginRange origins = card.origins();
        List<BacktestRow> rows = made.backtest().rows().stream()
                .filter(row -> row.horizon() == card.sessions() && Double.isFinite(row.realised()))
                .filter(row ->
                        !row.origin().isBefore(origins.from()) && !row.origin().isAfter(origins.to()))
                .toList();
        long rises = rows.stream().filter(row -> row.realised() > 0).count();
        return (double) Math.max(rises, rows.size() - rises) / rows.size();
    }
}
