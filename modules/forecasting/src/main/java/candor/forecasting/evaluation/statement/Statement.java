package candor.forecasting.evaluation.statement;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.scorecard.AdjustedScorecards;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.scorecard.Standstill;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.Champion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scorecards amount to, in plain words. It is made from the numbers alone, so that no report can be without it
 * or say something else.
 */
public final class Statement {

    /** With fewer outcomes nothing is claimed either way. */
    static final int LEAST_OUTCOMES = 100;

    /** As a share of the outcomes; with more of them nothing is claimed about volatility. */
    private static final double MOST_STANDSTILL = 0.05;

    private static final int NEXT = 1;

    private static final String STOOD_STILL =
            "did not move for " + Standstill.LEAST_IN_A_ROW + " sessions or more in a row";

    private static final String OTHER = Candidates.EWMA.inSentence();

    private final Symbol symbol;
    private final AdjustedScorecards scorecards;

    private Statement(Symbol symbol, AdjustedScorecards scorecards) {
        this.symbol = symbol;
        this.scorecards = scorecards;
    }

    /** The sentences: can the return be predicted, its volatility, and do the intervals cover what they should? */
    public static String of(Symbol symbol, AdjustedScorecards scorecards) {
        if (scorecards.horizons().isEmpty()) {
            return "No forecast of " + symbol + " has an outcome yet: nothing can be said about their skill."
                    + Others.of(NEXT, Champion.first(NEXT).scale(), 0);
        }
        return new Statement(symbol, scorecards).text();
    }

    private String text() {
        List<HorizonScorecard> horizons = scorecards.horizons();
        HorizonScorecard next = horizons.getFirst();
        List<String> sentences = new ArrayList<>();
        if (!judged(next)) {
            sentences.add(notJudged(next));
        } else if (skilled(next)) {
            sentences.add(skill(next));
        }
        sentences.addAll(withoutSkill());
        horizons.stream().skip(1).filter(Statement::skilled).map(this::skill).forEach(sentences::add);
        sentences.add(volatility(next));
        sentences.add(CoverageSentence.of(scorecards.horizons()));
        sentences.addAll(RecordSentences.of(scorecards.horizons()));
        sentences.addAll(TailSentence.of(scorecards.horizons()));
        return String.join(" ", sentences)
                + Others.of(
                        next.sessions(),
                        Candidates.scale(next.scale().champion()),
                        next.origins().count());
    }

    private String notJudged(HorizonScorecard next) {
        String target = symbol + "'s " + session(next.sessions()) + " return";
        return best(next).isEmpty()
                ? "Nothing but the random walk was tried on " + target + "."
                : "Whether " + target + " can be predicted cannot be said from "
                        + Figures.count(next.origins().count(), "outcome") + ".";
    }

    private String skill(HorizonScorecard horizon) {
        Map.Entry<String, PointScore> best = best(horizon).orElseThrow();
        PointScore score = best.getValue();
        return symbol + "'s " + session(horizon.sessions()) + " return could be predicted to some degree: "
                + name(best.getKey()) + " " + error(score) + test(score.dmVsZero()) + direction(score) + ".";
    }

    private List<String> withoutSkill() {
        List<HorizonScorecard> horizons = scorecards.horizons();
        List<String> sentences = new ArrayList<>();
        List<HorizonScorecard> none = horizons.stream()
                .filter(horizon -> judged(horizon) && !skilled(horizon))
                .toList();
        if (none.contains(horizons.getFirst())) {
            sentences.add(noEvidence(none));
        } else if (!none.isEmpty()) {
            sentences.add("No candidate beats the random walk significantly over " + sessions(none) + ".");
        }
        List<HorizonScorecard> unknown = horizons.subList(1, horizons.size()).stream()
                .filter(Statement::fewOutcomes)
                .toList();
        if (!unknown.isEmpty()) {
            sentences.add("There are too few outcomes to judge the candidates over " + sessions(unknown) + ".");
        }
        return sentences;
    }

    /** The longer horizons share the next session's sentence; its numbers are that session's. */
    private String noEvidence(List<HorizonScorecard> horizons) {
        HorizonScorecard next = horizons.getFirst();
        Map.Entry<String, PointScore> best = best(next).orElseThrow();
        PointScore score = best.getValue();
        boolean alone = horizons.size() == 1;
        String target = alone ? session(next.sessions()) + " return" : "return over " + sessions(horizons);
        String where =
                alone ? "" : next.sessions() == 1 ? "for the next session " : "over " + sessions(List.of(next)) + " ";
        return "No evidence that the direction or size of " + symbol + "'s " + target + " can be predicted: " + where
                + "the best candidate (" + name(best.getKey()) + ") " + error(score) + doubt(score)
                + test(score.dmVsZero()) + ".";
    }

    /** The candidate with the smallest error, among those that beat zero significantly if there are any. */
    private static Optional<Map.Entry<String, PointScore>> best(HorizonScorecard horizon) {
        return horizon.point().candidates().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Candidates.ZERO.key()))
                .filter(entry -> !skilled(horizon) || better(entry.getValue()))
                .min(Comparator.comparingDouble(entry -> entry.getValue().rmseToZero()));
    }

    private static boolean better(PointScore score) {
        TestOutcome test = score.dmVsZero();
        return test != null && test.better();
    }

    private static boolean skilled(HorizonScorecard horizon) {
        return horizon.point().skill() == Skill.SIGNIFICANT && !fewOutcomes(horizon);
    }

    /** Whether there is a candidate to judge, and enough to judge it by. */
    private static boolean judged(HorizonScorecard horizon) {
        return best(horizon).isPresent() && !fewOutcomes(horizon);
    }

    private static boolean fewOutcomes(HorizonScorecard horizon) {
        return horizon.origins().count() < LEAST_OUTCOMES;
    }

    private static String error(PointScore score) {
        double excess = score.rmseToZero() - 1;
        if (excess == 0) {
            return "errs as much as the random walk";
        }
        return "errs " + (excess < 0 ? "less" : "more") + " than the random walk by "
                + Figures.percentOrLess(Math.abs(excess));
    }

    private static String doubt(PointScore score) {
        TestOutcome test = score.dmVsZero();
        if (test != null && test.significant()) {
            return ", which is significantly worse";
        }
        return score.rmseToZero() < 1 ? ", which may well be chance" : "";
    }

    private static String direction(PointScore score) {
        Proportion direction = score.directionAccuracy();
        return direction == null
                ? ""
                : "; it had the direction right in " + Figures.percent(direction.value()) + " of cases (95 % interval "
                        + Figures.percent(direction.lower()) + " to " + Figures.percent(direction.upper()) + ")";
    }

    /** As in {@code 1, 5 or 21 sessions}. */
    private static String sessions(List<HorizonScorecard> horizons) {
        List<String> lengths = horizons.stream()
                .map(horizon -> Integer.toString(horizon.sessions()))
                .toList();
        return Figures.list(lengths, "or") + (lengths.equals(List.of("1")) ? " session" : " sessions");
    }

    private String volatility(HorizonScorecard horizon) {
        int outcomes = horizon.origins().count();
        int standstill = Objects.requireNonNullElse(horizon.scale().standstill(), 0);
        if (standstill > MOST_STANDSTILL * outcomes) {
            return "Whether its volatility can be predicted cannot be said: in " + Figures.count(standstill) + " of "
                    + Figures.count(outcomes, "outcome") + " the price " + STOOD_STILL + ".";
        }
        Candidate scale = judgedScale(horizon);
        ScaleScore score = horizon.scale().candidates().get(scale.key());
        TestOutcome test = score == null ? null : score.dmVsEwma();
        if (test == null) {
            return "Forecasts of its volatility were not compared with " + OTHER + "'s.";
        }
        if (outcomes - standstill < LEAST_OUTCOMES) {
            return "It is too early to say whether " + scale.inSentence() + " forecasts its volatility better than "
                    + OTHER + ".";
        }
        return againstEwma(scale.inSentence(), test) + leftOut(standstill);
    }

    /** The champion, or whoever begins where that is what it would be compared with. */
    private static Candidate judgedScale(HorizonScorecard horizon) {
        Candidate champion = Candidates.scale(horizon.scale().champion());
        return champion.equals(Candidates.EWMA)
                ? Champion.first(horizon.sessions()).scale()
                : champion;
    }

    private String againstEwma(String scale, TestOutcome test) {
        if (test.better()) {
            return "Volatility is predictable: " + scale + " beats " + OTHER + test(test) + ".";
        }
        String comparison = test.statistic() < 0 ? "better" : "worse";
        return capitalised(scale) + " forecasts volatility " + comparison + " than " + OTHER + ", "
                + (test.significant() ? "significantly so" : "though not significantly") + test(test) + ".";
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String leftOut(int standstill) {
        return standstill == 0
                ? ""
                : " This comparison leaves out " + Figures.count(standstill, "outcome") + " in which the price "
                        + STOOD_STILL + ".";
    }

    /** In brackets: the p-value, and where it alone would impress, the adjusted one. */
    private String test(@Nullable TestOutcome test) {
        if (test == null) {
            return "";
        }
        Double adjusted = test.pAdjusted();
        String correction = adjusted == null || test.p() >= 0.05
                ? ""
                : "; adjusted for " + Figures.count(scorecards.trials(), "comparison") + ": "
                        + Figures.pInWords(adjusted);
        return " (DM " + Figures.pIs(test.p()) + correction + ")";
    }

    private static String name(String candidate) {
        return Candidates.of(candidate).words();
    }

    private static String session(int sessions) {
        return sessions == 1 ? "next-session" : sessions + "-session";
    }
}
