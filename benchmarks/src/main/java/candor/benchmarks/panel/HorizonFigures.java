package candor.benchmarks.panel;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.forecasting.evaluation.test.TestOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the forecasts of one symbol and horizon did.
 *
 * @param sessions the horizon
 * @param outcomes of calibrated forecasts
 * @param qlike of the champion for the scale
 * @param qlikeOfEwma of EWMA 0.94
 * @param scaleIsBetter whether that champion beats EWMA with an adjusted p below 0.05
 * @param coverage of the 90 % interval
 * @param terciles of that coverage; null with very few outcomes
 * @param score of the 90 % interval, times 100
 * @param scoreToEwma over that of {@link PinnedEwma}
 * @param kupiecP of the 90 % interval
 * @param christoffersenP of the 90 % interval
 * @param coverage99 of the 99 % interval
 * @param score99ToEwma of the 99 % interval, over that of {@link PinnedEwma}
 * @param losses beyond the value at risk at 99 %
 * @param rises beyond its mirror image
 * @param claimsSkill whether any candidate for the mean is said to have skill
 */
record HorizonFigures(
        int sessions,
        int outcomes,
        double qlike,
        double qlikeOfEwma,
        boolean scaleIsBetter,
        double coverage,
        @Nullable Terciles terciles,
        double score,
        double scoreToEwma,
        double kupiecP,
        double christoffersenP,
        double coverage99,
        double score99ToEwma,
        Exceedances losses,
        Exceedances rises,
        boolean claimsSkill) {

    static final double LEVEL = 0.05;
    private static final double MIDDLE = 0.9;
    private static final double OUTER = 0.99;
    private static final double TERCILE_TOLERANCE = 0.05;

    /**
     * Reads them from scorecards with adjusted p-values.
     *
     * @param card of the product's forecasts
     * @param ewma of the same origins with {@link PinnedEwma}
     */
    static HorizonFigures of(HorizonScorecard card, HorizonScorecard ewma) {
        IntervalScore middle = interval(card, MIDDLE);
        IntervalScore outer = interval(card, OUTER);
        ScaleScore own = Objects.requireNonNull(
                card.scale().candidates().get(card.scale().champion()));
        ScaleScore other = Objects.requireNonNull(card.scale().candidates().get(Candidates.EWMA.key()));
        return new HorizonFigures(
                card.sessions(),
                middle.outcomes(),
                own.qlike(),
                other.qlike(),
                isBetter(own.dmVsEwma()),
                middle.coverage(),
                middle.byVolatilityTercile(),
                100 * middle.score(),
                middle.score() / interval(ewma, MIDDLE).score(),
                middle.kupiecP(),
                middle.christoffersenP(),
                outer.coverage(),
                outer.score() / interval(ewma, OUTER).score(),
                exceedances(card, TailScore.Tail.LOWER),
                exceedances(card, TailScore.Tail.UPPER),
                card.point().skill() == Skill.SIGNIFICANT);
    }

    /**
     * How often an outcome lay beyond a quantile.
     *
     * @param share of the outcomes
     * @param kupiecP that they have the stated probability
     */
    record Exceedances(double share, double kupiecP) {

        boolean passesKupiec() {
            return kupiecP > LEVEL;
        }
    }

    private static Exceedances exceedances(HorizonScorecard card, TailScore.Tail tail) {
        return card.tails().stream()
                .filter(score -> score.tail() == tail && score.level() == OUTER)
                .map(score -> new Exceedances((double) score.violations() / score.outcomes(), score.kupiecP()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the 90 % interval covers .85 to .95 in calm, middling and wild times each. */
    boolean coversInEachTercile() {
        Terciles each = terciles;
        return each != null && near(each.low()) && near(each.middle()) && near(each.high());
    }

    boolean passesKupiec() {
        return kupiecP > LEVEL;
    }

    boolean passesChristoffersen() {
        return christoffersenP > LEVEL;
    }

    private static boolean near(double share) {
        return Math.abs(share - MIDDLE) <= TERCILE_TOLERANCE;
    }

    private static boolean isBetter(@Nullable TestOutcome test) {
        Double p = test == null ? null : test.pAdjusted();
        return test != null && test.statistic() < 0 && p != null && p < LEVEL;
    }

    private static IntervalScore interval(HorizonScorecard card, double nominal) {
        return card.intervals().stream()
                .filter(interval -> interval.nominal() == nominal)
                .findFirst()
                .orElseThrow();
    }
}
