package candor.benchmarks.skill;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.evaluation.scorecard.AdjustedScorecards;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.PointScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.Guards;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.promotion.Decision;
import candor.forecasting.promotion.Gate;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Candor says of one series.
 *
 * @param judged by horizon, the candidates for the mean that were compared with the random walk
 * @param claims by horizon, those of them that it says have skill; none where it claims none
 * @param unadjusted whether skill would be claimed at any horizon without the adjustment for several comparisons
 * @param means by horizon, the mean that its gate would promote at the first look; absent where none
 * @param scales the same for scales
 * @param coverage by horizon, of the 90 % interval
 * @param alarms names of the guards that fired
 */
record SkillVerdict(
        SortedMap<Integer, List<String>> judged,
        SortedMap<Integer, List<String>> claims,
        boolean unadjusted,
        SortedMap<Integer, String> means,
        SortedMap<Integer, String> scales,
        SortedMap<Integer, Double> coverage,
        List<String> alarms) {

    private static final double LEVEL = 0.05;
    private static final double NOMINAL = 0.9;

    /** Walks through a history as the product does and takes its word. */
    static SkillVerdict on(PriceHistory history, TradingCalendar calendar, ForecastPlan plan) {
        FeatureTable features = Features.of(history);
        Backtest backtest = WalkForward.run(history, features, calendar, plan, Progress.NONE);
        List<BacktestRow> rows = backtest.rows();
        List<HorizonScorecard> cards =
                Scorecards.of(rows, rows.getFirst().origin(), history.session(history.size() - 1), plan.champions());
        SkillVerdict verdict = new SkillVerdict(
                new TreeMap<>(),
                new TreeMap<>(),
                cards.stream().anyMatch(SkillVerdict::isBetterUnadjusted),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Guards.of(history, features, calendar, plan, backtest, cards).stream()
                        .filter(result -> !result.passed())
                        .map(GuardResult::name)
                        .toList());
        verdict.note(Scorecards.withAdjustedP(cards));
        Gate.decide(rows, plan.champions(), plan.settings(), 1).forEach(verdict::note);
        return verdict;
    }

    /** Whether skill is claimed at any horizon. */
    boolean claimsSkill() {
        return !claims.isEmpty();
    }

    private void note(AdjustedScorecards scored) {
        for (HorizonScorecard card : scored.horizons()) {
            judged.put(card.sessions(), candidates(card.point(), false));
            if (card.point().skill() == Skill.SIGNIFICANT) {
                claims.put(card.sessions(), candidates(card.point(), true));
            }
            card.intervals().stream()
                    .filter(interval -> interval.nominal() == NOMINAL)
                    .map(IntervalScore::coverage)
                    .forEach(share -> coverage.put(card.sessions(), share));
        }
    }

    private static List<String> candidates(PointScorecard point, boolean onlyBetter) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, PointScore> candidate : point.candidates().entrySet()) {
            TestOutcome test = candidate.getValue().dmVsZero();
            if (test != null && (!onlyBetter || isBetter(test))) {
                names.add(candidate.getKey());
            }
        }
        return names;
    }

    private static boolean isBetter(TestOutcome test) {
        Double p = test.pAdjusted();
        return test.statistic() < 0 && p != null && p < LEVEL;
    }

    private static boolean isBetterUnadjusted(HorizonScorecard card) {
        return card.point().candidates().values().stream()
                .map(PointScore::dmVsZero)
                .anyMatch(test -> test != null && test.statistic() < 0 && test.p() < LEVEL);
    }

    private void note(Decision decision) {
        if (decision instanceof Decision.Promoted promoted) {
            if (promoted.champion().mean().equals(promoted.before().mean())) {
                scales.put(decision.sessions(), promoted.champion().scale().key());
            } else {
                means.put(decision.sessions(), promoted.champion().mean().key());
            }
        }
    }
}
