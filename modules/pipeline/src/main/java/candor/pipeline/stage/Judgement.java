package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.promotion.CalibrationTrial;
import candor.forecasting.promotion.Challenge;
import candor.forecasting.promotion.Decision;
import candor.forecasting.promotion.Gate;
import candor.forecasting.promotion.Reason;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.CalibrationResult;
import candor.pipeline.report.PromotionDocument.ChallengeResult;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.IntervalResult;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.report.PromotionDocument.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the incumbents. The gate looks only where the candidates were fitted anew since its last look, and only
 * if all incumbents took part.
 *
 * @param fittedAt the candidates' last refit
 * @param without candidates that were left out
 * @param settings of the walk-forward
 * @param rows of the walk-forward
 */
record Judgement(
        LocalDate asOf,
        Incumbents incumbents,
        LocalDate fittedAt,
        List<String> without,
        ForecastSettings settings,
        List<BacktestRow> rows,
        TradingCalendar calendar) {

    PromotionDocument document() {
        if (!isDue()) {
            LocalDate next = nextRefit();
            return unchanged(
                    next,
                    "no candidate was fitted anew since look " + incumbents.look() + " on " + incumbents.lookedAt()
                            + "; next look at the refit of " + next);
        }
        if (isYoung()) {
            return unchanged(nextRefit(), "there is no challenger before the first fit of all candidates");
        }
        if (!incumbents.forecasters(without).equals(incumbents.champions())) {
            return unchanged(calendar.sessionAfter(asOf, 1), "the gate looks when all champions have a forecast again");
        }
        return judged();
    }

    /** Whether nobody forecasts yet who waits for enough rows: there is nothing to look at. */
    private boolean isYoung() {
        return rows.stream().allMatch(BacktestRow::isEarly);
    }

    private boolean isDue() {
        LocalDate last = incumbents.lookedAt();
        return last == null || fittedAt.isAfter(last);
    }

    private PromotionDocument judged() {
        int look = incumbents.look() + 1;
        List<Decision> decisions = Gate.decide(rows, incumbents.champions(), settings, look);
        int comparisons = 0;
        for (Decision decision : decisions) {
            comparisons += decision.challenges().size();
        }
        List<HorizonVerdict> verdicts = new ArrayList<>();
        for (Decision decision : decisions) {
            verdicts.add(new HorizonVerdict(
                    decision.sessions(),
                    decision instanceof Decision.Promoted ? Standing.PROMOTED : Standing.RETAINED,
                    Methods.of(decision.champion()),
                    Methods.of(incumbent(decision.sessions())),
                    null,
                    Reason.of(decision, comparisons, look),
                    decision.challenges().stream().map(Judgement::result).toList()));
        }
        return new PromotionDocument(Schemas.PROMOTION, look, asOf, nextRefit(), verdicts);
    }

    private PromotionDocument unchanged(LocalDate nextLook, String why) {
        List<HorizonVerdict> verdicts = new ArrayList<>();
        incumbents.forecasters(without).forEach((sessions, forecaster) -> {
            Champion incumbent = incumbent(sessions);
            Methods standIn = forecaster.equals(incumbent) ? null : Methods.of(forecaster);
            verdicts.add(new HorizonVerdict(
                    sessions,
                    Standing.RETAINED,
                    Methods.of(incumbent),
                    Methods.of(incumbent),
                    standIn,
                    "retained" + byPerson(sessions) + ": " + standIn(standIn) + why,
                    List.of()));
        });
        return new PromotionDocument(Schemas.PROMOTION, incumbents.look(), incumbents.lookedAt(), nextLook, verdicts);
    }

    private String byPerson(int sessions) {
        LocalDate decided = incumbents.byPerson().get(sessions);
        return decided == null ? "" : ", by a person's decision of " + decided;
    }

    private String standIn(@Nullable Methods standIn) {
        return standIn == null
                ? ""
                : Figures.list(without, "and") + " did not converge, so that " + standIn + " is used for this run; ";
    }

    /** Origins are counted in sessions with a bar; beyond the last one the calendar's have to do. */
    private LocalDate nextRefit() {
        if (isYoung()) {
            return calendar.sessionAfter(asOf, Math.max(firstFit() - lastSession(), 1));
        }
        long since = rows.stream()
                .filter(row -> row.horizon() == settings.horizons().getFirst())
                .filter(row -> row.origin().isAfter(fittedAt))
                .count();
        return calendar.sessionAfter(asOf, Math.toIntExact(settings.refitEvery() - since));
    }

    /** The session of the first fit of all candidates at the earliest, counted from the first. */
    private int firstFit() {
        return Candidates.LOOK_BACK_OF_FEATURES + settings.minimumRows();
    }

    private int lastSession() {
        long origins = rows.stream().map(BacktestRow::origin).distinct().count();
        return Math.toIntExact(origins)
                - 1
                + Candidates.HAR_P_OWN.earliestOrigin().orElse(0);
    }

    private Champion incumbent(int sessions) {
        return Objects.requireNonNull(incumbents.champions().get(sessions));
    }

    private static ChallengeResult result(Challenge challenge) {
        CalibrationTrial trial = challenge.calibration();
        return new ChallengeResult(
                Methods.of(challenge.challenger()),
                challenge.outcomes(),
                challenge.loss(),
                challenge.championLoss(),
                challenge.statistic(),
                challenge.p(),
                challenge.pAdjusted(),
                trial == null
                        ? null
                        : new CalibrationResult(
                                trial.loss().what(), intervals(trial.champion()), intervals(trial.challenger())));
    }

    private static List<IntervalResult> intervals(List<IntervalScore> scores) {
        return scores.stream()
                .map(score -> new IntervalResult(score.nominal(), score.outcomes(), score.coverage(), score.score()))
                .toList();
    }
}
