package candor.pipeline.stage;

import candor.forecasting.evaluation.loss.IntervalLoss;
import candor.forecasting.evaluation.loss.Qlike;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.report.MetricsDocument;
import candor.store.checkpoint.ArtefactKey;
import candor.store.port.ForecastEntry;
import candor.store.port.ScoreEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How forecasts that were really issued did. */
final class Scoring {

    private static final double NOMINAL = 0.9;

    /** How many of the last scores are looked at apart: a quarter of a year, so that a change shows early. */
    private static final int LAST = 60;

    private Scoring() {}

    /** scores.json: the scores that monitoring.json sums up. */
    record ScoresDocument(String schema, List<ScoreEntry> scores) {

        static final ArtefactKey<ScoresDocument> KEY = ArtefactKey.json("scores.json", ScoresDocument.class);
    }

    /** monitoring.json. */
    record MonitoringDocument(String schema, Symbol symbol, LocalDate asOf, List<HorizonRecord> horizons, Drift drift) {

        static final ArtefactKey<MonitoringDocument> KEY =
                ArtefactKey.json("monitoring.json", MonitoringDocument.class);
    }

    /**
     * How the issued forecasts of one horizon did; absent values where there is none.
     *
     * @param forecasts scored
     * @param coverage90 share inside the 90 % interval
     * @param forecastsLast60 scored, of the last 60 at most
     * @param coverage90Last60 share of these inside
     * @param expectedCoverage90 what the walk-forward measured
     * @param qlikeToBaseline mean QLIKE minus that of EWMA; below 0 is better
     * @param rmseToZero RMSE over the random walk's
     * @param expectedRmseToZero what the walk-forward measured of the champion
     */
    record HorizonRecord(
            int sessions,
            int forecasts,
            @Nullable Double coverage90,
            int forecastsLast60,
            @Nullable Double coverage90Last60,
            @Nullable Double expectedCoverage90,
            @Nullable Double qlikeToBaseline,
            @Nullable Double rmseToZero,
            @Nullable Double expectedRmseToZero) {

        /** How much worse the issued means did than the walk-forward of their champion; null where either is unknown. */
        @Nullable
        Double rmseRatio() {
            Double issued = rmseToZero;
            Double expected = expectedRmseToZero;
            return issued == null || expected == null || !(expected > 0) ? null : issued / expected;
        }
    }

    /** Scores the forecasts whose origin and target the history holds, with the return between them known. */
    static List<ScoreEntry> of(List<ForecastEntry> forecasts, PriceHistory history) {
        List<ScoreEntry> scores = new ArrayList<>();
        for (ForecastEntry forecast : forecasts) {
            int origin = history.indexOf(forecast.origin());
            int target = history.indexOf(forecast.target());
            double realised = origin >= 0 && target >= 0 ? Targets.logReturn(history, origin, target) : Double.NaN;
            if (!Double.isNaN(realised)) {
                scores.add(score(forecast, realised));
            }
        }
        return scores;
    }

    private static ScoreEntry score(ForecastEntry forecast, double realised) {
        double lower = Objects.requireNonNull(forecast.quantiles().get(0.05));
        double upper = Objects.requireNonNull(forecast.quantiles().get(0.95));
        return new ScoreEntry(
                forecast.symbol(),
                forecast.origin(),
                forecast.horizon(),
                forecast.target(),
                forecast.checkpoint(),
                realised,
                realised >= lower && realised <= upper,
                IntervalLoss.of(lower, upper, NOMINAL, realised),
                Qlike.of(forecast.sigma() * forecast.sigma(), realised),
                Qlike.of(forecast.sigmaBaseline() * forecast.sigmaBaseline(), realised),
                (realised - forecast.mean()) * (realised - forecast.mean()),
                realised * realised);
    }

    static MonitoringDocument summary(
            Symbol symbol, LocalDate asOf, MetricsDocument evaluation, List<ScoreEntry> scores, Drift drift) {
        List<HorizonRecord> horizons = evaluation.horizons().stream()
                .map(card -> {
                    List<ScoreEntry> own = onePerOrigin(scores, card.sessions());
                    Optional<Double> expected = card.intervals().stream()
                            .filter(interval -> interval.nominal() == NOMINAL)
                            .map(interval -> interval.coverage())
                            .findFirst();
                    PointScore champion =
                            card.point().candidates().get(card.point().champion());
                    return record(card.sessions(), own, expected, champion == null ? null : champion.rmseToZero());
                })
                .toList();
        return new MonitoringDocument(Schemas.MONITORING, symbol, asOf, horizons, drift);
    }

    /** A day that was forecast again by other code counts once: by the first in the order of the scores. */
    private static List<ScoreEntry> onePerOrigin(List<ScoreEntry> scores, int sessions) {
        Map<LocalDate, ScoreEntry> first = new LinkedHashMap<>();
        scores.stream()
                .filter(score -> score.horizon() == sessions)
                .forEach(score -> first.putIfAbsent(score.origin(), score));
        return List.copyOf(first.values());
    }

    private static HorizonRecord record(
            int sessions, List<ScoreEntry> scores, Optional<Double> expected, @Nullable Double expectedRmseToZero) {
        if (scores.isEmpty()) {
            return new HorizonRecord(sessions, 0, null, 0, null, expected.orElse(null), null, null, expectedRmseToZero);
        }
        double zero = mean(scores, ScoreEntry::squaredErrorZero);
        List<ScoreEntry> last = scores.subList(Math.max(0, scores.size() - LAST), scores.size());
        return new HorizonRecord(
                sessions,
                scores.size(),
                coverage(scores),
                last.size(),
                coverage(last),
                expected.orElse(null),
                mean(scores, score -> score.qlike() - score.qlikeBaseline()),
                zero > 0 ? Math.sqrt(mean(scores, ScoreEntry::squaredError) / zero) : null,
                expectedRmseToZero);
    }

    private static double coverage(List<ScoreEntry> scores) {
        return mean(scores, score -> score.inside90() ? 1 : 0);
    }

    private static double mean(List<ScoreEntry> scores, ToDoubleFunction<ScoreEntry> value) {
        double sum = 0;
        for (ScoreEntry score : scores) {
            sum += value.applyAsDouble(score);
        }
        return sum / scores.size();
    }
}
