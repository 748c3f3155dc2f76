package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.test.Holm;
import candor.forecasting.evaluation.test.TestOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Carries the adjusted p-values of all comparisons of a run back to where each came from. */
final class HolmAdjustment {

    /** In the order in which {@link #collect} meets the comparisons. */
    private final Queue<Double> pending;

    private HolmAdjustment(List<Double> p) {
        this.pending = new ArrayDeque<>(Holm.adjust(p));
    }

    static AdjustedScorecards of(List<HorizonScorecard> horizons) {
        List<Double> p = new ArrayList<>();
        horizons.forEach(horizon -> collect(horizon, p));
        HolmAdjustment adjustment = new HolmAdjustment(p);
        return new AdjustedScorecards(horizons.stream().map(adjustment::apply).toList(), p.size());
    }

    private static void collect(HorizonScorecard horizon, List<Double> p) {
        for (PointScore score : horizon.point().candidates().values()) {
            TestOutcome test = score.dmVsZero();
            if (test != null) {
                p.add(test.p());
            }
        }
        for (ScaleScore score : horizon.scale().candidates().values()) {
            TestOutcome test = score.dmVsEwma();
            if (test != null) {
                p.add(test.p());
            }
        }
    }

    private HorizonScorecard apply(HorizonScorecard horizon) {
        return new HorizonScorecard(
                horizon.sessions(),
                horizon.origins(),
                point(horizon.point()),
                scale(horizon.scale()),
                horizon.intervals(),
                horizon.tails(),
                horizon.crps(),
                horizon.pit(),
                horizon.coverage90());
    }

    private PointScorecard point(PointScorecard card) {
        Map<String, PointScore> candidates = new LinkedHashMap<>();
        Skill skill = Skill.NONE;
        for (Map.Entry<String, PointScore> entry : card.candidates().entrySet()) {
            PointScore score = entry.getValue();
            TestOutcome test = score.dmVsZero();
            if (test != null) {
                TestOutcome known = test.withAdjusted(pending.remove());
                score = score.withTest(known);
                skill = known.better() ? Skill.SIGNIFICANT : skill;
            }
            candidates.put(entry.getKey(), score);
        }
        return new PointScorecard(card.champion(), candidates, skill);
    }

    private ScaleScorecard scale(ScaleScorecard card) {
        Map<String, ScaleScore> candidates = new LinkedHashMap<>();
        for (Map.Entry<String, ScaleScore> entry : card.candidates().entrySet()) {
            ScaleScore score = entry.getValue();
            TestOutcome test = score.dmVsEwma();
            candidates.put(entry.getKey(), test == null ? score : score.withTest(test.withAdjusted(pending.remove())));
        }
        return new ScaleScorecard(card.champion(), candidates, card.standstill());
    }
}
