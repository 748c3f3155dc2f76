package candor.forecasting.promotion;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.Champion;
import java.util.Comparator;
import java.util.List;

/** Why the gate decided as it did, in one plain sentence that is made from the numbers alone. */
public final class Reason {

    private static final Comparator<Challenge> CLOSEST_FIRST =
            Comparator.comparingDouble(Challenge::pAdjusted).thenComparingDouble(Challenge::p);

    private final Champion incumbent;
    private final int comparisons;
    private final int look;

    private Reason(Champion incumbent, int comparisons, int look) {
        this.incumbent = incumbent;
        this.comparisons = comparisons;
        this.look = look;
    }

    /**
     * The sentence on one horizon's decision.
     *
     * @param comparisons made at this look, over all horizons
     */
    public static String of(Decision decision, int comparisons, int look) {
        return switch (decision) {
            case Decision.Promoted promoted -> new Reason(promoted.before(), comparisons, look).promoted(promoted.by());
            case Decision.Retained retained ->
                new Reason(retained.champion(), comparisons, look).retained(retained.challenges());
        };
    }

    private String promoted(Challenge by) {
        String judged = by.calibration() == null ? "" : judged(by.calibration());
        return "promoted: " + name(by) + " takes the place of " + replaced(by) + ", with " + loss(by) + test(by)
                + " and no loss of calibration" + judged;
    }

    private String retained(List<Challenge> challenges) {
        if (challenges.isEmpty()) {
            return "retained: no challenger has " + Gate.LEAST_OUTCOMES + " outcomes in common with the champion yet";
        }
        Challenge closest = challenges.stream().min(CLOSEST_FIRST).orElseThrow();
        CalibrationTrial calibration = closest.calibration();
        return calibration == null
                ? "retained: no challenger is better beyond doubt; " + name(closest) + " comes closest, with "
                        + loss(closest) + test(closest)
                : "retained: " + name(closest) + " has " + loss(closest) + test(closest) + ", but "
                        + lost(calibration.loss());
    }

    private String name(Challenge challenge) {
        return changed(challenge, challenge.challenger());
    }

    private String replaced(Challenge challenge) {
        return changed(challenge, incumbent);
    }

    private String changed(Challenge challenge, Champion of) {
        return (ofMean(challenge) ? of.mean() : of.scale()).inSentence();
    }

    private boolean ofMean(Challenge challenge) {
        return !challenge.challenger().mean().equals(incumbent.mean());
    }

    private String loss(Challenge challenge) {
        double difference = challenge.loss() - challenge.championLoss();
        String than = (difference < 0 ? "lower" : "higher") + " than that of " + replaced(challenge) + " on "
                + Figures.count(challenge.outcomes(), "outcome");
        return ofMean(challenge)
                ? "a squared error " + Figures.move(Math.abs(difference) / challenge.championLoss()) + " " + than
                : "a QLIKE " + Figures.loss(Math.abs(difference)) + " " + than;
    }

    private String test(Challenge challenge) {
        return " (one-sided DM " + Figures.pIs(challenge.p()) + "; charged for "
                + Figures.count(comparisons, "comparison") + " and look " + look + ": "
                + Figures.pIs(challenge.pAdjusted()) + ")";
    }

    private static String judged(CalibrationTrial trial) {
        for (int i = 0; i < trial.champion().size(); i++) {
            IntervalScore held = trial.champion().get(i);
            IntervalScore tried = trial.challenger().get(i);
            if (held.nominal() == CalibrationLoss.JUDGED) {
                return ": its 90 % interval would have covered " + Figures.percent(tried.coverage()) + " instead of "
                        + Figures.percent(held.coverage()) + ", with a score (times 100) of "
                        + Figures.score(tried.score())
                        + " instead of " + Figures.score(held.score());
            }
        }
        return "";
    }

    private static String lost(CalibrationLoss loss) {
        String interval = "its " + Figures.level(loss.nominal()) + " interval would have ";
        return loss.what() == CalibrationLoss.What.COVERAGE
                ? interval + "covered " + Figures.percent(loss.challenger()) + " instead of "
                        + Figures.percent(loss.champion())
                : interval + "a score (times 100) of " + Figures.score(loss.challenger()) + " instead of "
                        + Figures.score(loss.champion());
    }
}
