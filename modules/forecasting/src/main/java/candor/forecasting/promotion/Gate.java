package candor.forecasting.promotion;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.loss.Qlike;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.evaluation.scorecard.Standstill;
import candor.forecasting.evaluation.test.DieboldMariano;
import candor.forecasting.evaluation.test.Holm;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Recalibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides at a refit session whether a challenger takes the champion's place. At each horizon every other mean is tried
 * with the champion's scale, and every other scale with the champion's mean, on the origins that both have.
 *
 * <p>Whoever looks often enough sees noise win. Each look is therefore charged: the p-values of the k-th look, adjusted
 * by Holm over all its comparisons, are multiplied by k(k+1). As the sum of 1/(k(k+1)) over all looks is 1, the chance
 * that noise is ever promoted stays below 5 %, however long the gate is in use (alpha spending by Bonferroni).
 */
public final class Gate {

    /** With fewer outcomes nobody is judged. */
    static final int LEAST_OUTCOMES = 250;

    private record Contest(
            int sessions,
            Champion challenger,
            List<BacktestRow> both,
            double loss,
            double championLoss,
            DieboldMariano test) {}

    private final List<BacktestRow> rows;
    private final SortedMap<Integer, Champion> incumbents;
    private final ForecastSettings settings;
    private final int look;

    private Gate(List<BacktestRow> rows, Map<Integer, Champion> incumbents, ForecastSettings settings, int look) {
        this.rows = rows;
        this.incumbents = new TreeMap<>(incumbents);
        this.settings = settings;
        this.look = look;
    }

    /**
     * One decision for each horizon, shortest first.
     *
     * @param rows of a walk-forward with these settings, all horizons, in time order
     * @param incumbents by horizon
     * @param look 1 for the first time that the gate looks at this symbol, 2 for the second
     */
    public static List<Decision> decide(
            List<BacktestRow> rows, Map<Integer, Champion> incumbents, ForecastSettings settings, int look) {
        if (look < 1) {
            throw new IllegalArgumentException("look below 1: " + look);
        }
        return new Gate(rows, incumbents, settings, look).decisions();
    }

    private List<Decision> decisions() {
        List<Contest> contests = new ArrayList<>();
        incumbents.forEach((sessions, incumbent) ->
                challengers(incumbent).forEach(challenger -> contest(sessions, incumbent, challenger, contests)));
        List<Double> adjusted = Holm.adjust(
                contests.stream().map(each -> each.test().pFirstBetter()).toList());
        SortedMap<Integer, List<Challenge>> challenges = new TreeMap<>();
        incumbents.keySet().forEach(sessions -> challenges.put(sessions, new ArrayList<>()));
        for (int i = 0; i < contests.size(); i++) {
            Contest contest = contests.get(i);
            challenges.getOrDefault(contest.sessions(), new ArrayList<>()).add(challenge(contest, adjusted.get(i)));
        }
        List<Decision> decisions = new ArrayList<>();
        challenges.forEach((sessions, made) -> decisions.add(decision(sessions, made)));
        return decisions;
    }

    private static List<Champion> challengers(Champion incumbent) {
        List<Champion> challengers = new ArrayList<>();
        for (Candidate mean : Candidates.MEANS) {
            if (!mean.equals(incumbent.mean())) {
                challengers.add(new Champion(mean, incumbent.scale()));
            }
        }
        for (Candidate scale : Candidates.SCALES) {
            if (!scale.equals(incumbent.scale())) {
                challengers.add(new Champion(incumbent.mean(), scale));
            }
        }
        return challengers;
    }

    private void contest(int sessions, Champion incumbent, Champion challenger, List<Contest> contests) {
        boolean ofMean = !challenger.mean().equals(incumbent.mean());
        List<BacktestRow> own = rows.stream()
                .filter(row -> row.horizon() == sessions && Double.isFinite(row.realised()))
                .toList();
        List<BacktestRow> both = (ofMean ? own : Standstill.without(own))
                .stream()
                        .filter(row -> forecasts(row, incumbent) && forecasts(row, challenger))
                        .toList();
        if (both.size() >= LEAST_OUTCOMES) {
            double[] tried = losses(both, challenger, ofMean);
            double[] held = losses(both, incumbent, ofMean);
            DieboldMariano.of(tried, held, sessions, DieboldMariano.Window.RECTANGULAR)
                    .ifPresent(test ->
                            contests.add(new Contest(sessions, challenger, both, average(tried), average(held), test)));
        }
    }

    private static double average(double[] losses) {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
    }

    private static boolean forecasts(BacktestRow row, Champion champion) {
        return Double.isFinite(row.forecast(champion.mean())) && row.variance(champion.scale()) > 0;
    }

    private static double[] losses(List<BacktestRow> both, Champion champion, boolean ofMean) {
        double[] losses = new double[both.size()];
        for (int t = 0; t < losses.length; t++) {
            BacktestRow row = both.get(t);
            double error = row.realised() - row.forecast(champion.mean());
            losses[t] = ofMean ? error * error : Qlike.of(row.variance(champion.scale()), row.realised());
        }
        return losses;
    }

    private Challenge challenge(Contest contest, double holm) {
        double charged = Math.min(1, holm * look * (look + 1.0));
        return new Challenge(
                contest.challenger(),
                contest.both().size(),
                contest.loss(),
                contest.championLoss(),
                contest.test().statistic(),
                contest.test().pFirstBetter(),
                charged,
                charged < Challenge.LEVEL ? calibrationTrial(contest) : null);
    }

    private CalibrationTrial calibrationTrial(Contest contest) {
        return CalibrationTrial.of(
                intervals(contest, incumbent(contest.sessions())),
                intervals(contest, contest.challenger()),
                contest.sessions());
    }

    /** Scores of the intervals as if this one had been champion throughout, on the origins that both have. */
    private List<IntervalScore> intervals(Contest contest, Champion champion) {
        List<BacktestRow> replayed =
                Recalibration.of(rows, contest.sessions(), champion, settings).rows();
        List<BacktestRow> judged = replayed.stream()
                .filter(row -> Double.isFinite(row.realised()))
                .filter(row -> forecasts(row, contest.challenger()) && forecasts(row, champion))
                .toList();
        return Scorecards.of(
                        judged, judged.getFirst().origin(), judged.getLast().target(), Map.of())
                .stream()
                .map(HorizonScorecard::intervals)
                .findFirst()
                .orElse(List.of());
    }

    private Champion incumbent(int sessions) {
        Champion incumbent = incumbents.get(sessions);
        if (incumbent == null) {
            throw new IllegalArgumentException("no champion for the horizon of " + sessions + " sessions");
        }
        return incumbent;
    }

    private Decision decision(int sessions, List<Challenge> challenges) {
        return challenges.stream()
                .filter(Challenge::wins)
                .min(Comparator.comparingDouble(Challenge::pAdjusted).thenComparingDouble(Challenge::statistic))
                .<Decision>map(best -> new Decision.Promoted(sessions, incumbent(sessions), best, challenges))
                .orElseGet(() -> new Decision.Retained(sessions, incumbent(sessions), challenges));
    }
}
