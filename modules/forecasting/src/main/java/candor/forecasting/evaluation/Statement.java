package candor.forecasting.evaluation;

import candor.forecasting.market.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the scorecards amount to, in plain words. It is made from the numbers alone, so that no report can be without it
 * or say something else.
 */
public final class Statement {

    /** With fewer outcomes nothing is claimed either way. */
    static final int LEAST_OUTCOMES = 100;

    private final Symbol symbol;
    private final AdjustedScorecards scorecards;

    private Statement(Symbol symbol, AdjustedScorecards scorecards) {
        this.symbol = symbol;
        this.scorecards = scorecards;
    }

    /** The sentences: can the return be predicted, its volatility, and do the intervals cover what they should? */
    public static String of(Symbol symbol, AdjustedScorecards scorecards) {
        if (scorecards.horizons().isEmpty()) {
            return "No forecast of " + symbol + " has an outcome yet: nothing can be said about their skill.";
        }
        return new Statement(symbol, scorecards).text();
    }

    private String text() {
        List<HorizonScorecard> horizons = scorecards.horizons();
        List<String> sentences = new ArrayList<>();
        sentences.add(skill(horizons.getFirst()));
        List<HorizonScorecard> longer = horizons.subList(1, horizons.size());
        longer.stream().filter(Statement::skilled).map(this::skill).forEach(sentences::add);
        sentences.addAll(withoutSkill(longer));
        sentences.add(volatility(horizons.getFirst()));
        for (HorizonScorecard horizon : horizons) {
            sentences.add(new CoverageSentence(horizon).text());
        }
        return String.join(" ", sentences);
    }

    private String skill(HorizonScorecard horizon) {
        String target = symbol + "'s " + session(horizon.sessions()) + " return";
        Optional<Map.Entry<String, PointScore>> best = best(horizon);
        if (best.isEmpty()) {
            return "Nothing but the random walk was tried on " + target + ".";
        }
        if (fewOutcomes(horizon)) {
            return "Whether " + target + " can be predicted cannot be said from "
                    + Figures.count(horizon.origins().count(), "outcome") + ".";
        }
        String name = best.get().getKey();
        PointScore score = best.get().getValue();
        if (skilled(horizon)) {
            return target + " could be predicted to some degree: " + name + " has " + error(score)
                    + test(score.dmVsZero()) + direction(score) + ".";
        }
        return "No evidence that the direction or size of " + target + " can be predicted: the best candidate (" + name
                + ") has " + error(score) + doubt(score) + test(score.dmVsZero()) + ".";
    }

    /** The candidate with the smallest error, among those that beat zero significantly if there are any. */
    private static Optional<Map.Entry<String, PointScore>> best(HorizonScorecard horizon) {
        return horizon.point().candidates().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(MeanCandidate.ZERO.key()))
                .filter(entry -> !skilled(horizon) || better(entry.getValue()))
                .min(Comparator.comparingDouble(entry -> entry.getValue().rmseToZero()));
    }

    private static boolean better(PointScore score) {
        TestOutcome test = score.dmVsZero();
        return test != null && test.better();
    }

    private static boolean skilled(HorizonScorecard horizon) {
        return horizon.point().skill().equals(PointScorecard.SIGNIFICANT) && !fewOutcomes(horizon);
    }

    private static boolean fewOutcomes(HorizonScorecard horizon) {
        return horizon.origins().count() < LEAST_OUTCOMES;
    }

    private static String error(PointScore score) {
        double excess = score.rmseToZero() - 1;
        if (excess == 0) {
            return "the same error as the random walk";
        }
        return Figures.percentOrLess(Math.abs(excess)) + (excess < 0 ? " less" : " more")
                + " error than the random walk";
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

    private static List<String> withoutSkill(List<HorizonScorecard> longer) {
        List<String> sentences = new ArrayList<>();
        String none = sessions(longer.stream()
                .filter(horizon -> !skilled(horizon) && !fewOutcomes(horizon))
                .toList());
        if (!none.isEmpty()) {
            sentences.add("No candidate beats the random walk significantly over " + none + ".");
        }
        String unknown = sessions(longer.stream().filter(Statement::fewOutcomes).toList());
        if (!unknown.isEmpty()) {
            sentences.add("There are too few outcomes to judge the candidates over " + unknown + ".");
        }
        return sentences;
    }

    private static String sessions(List<HorizonScorecard> horizons) {
        String list = horizons.stream()
                .map(horizon -> Integer.toString(horizon.sessions()))
                .collect(Collectors.joining(" or "));
        return list.isEmpty() ? "" : list + " sessions";
    }

    private String volatility(HorizonScorecard horizon) {
        ScaleScore score = horizon.scale().candidates().get(ScaleCandidate.LOG_HAR_L.key());
        TestOutcome test = score == null ? null : score.dmVsEwma();
        if (test == null) {
            return "Forecasts of its volatility were not compared with EWMA's.";
        }
        if (fewOutcomes(horizon)) {
            return "Nor can it be said whether log-HAR-L forecasts its volatility better than EWMA.";
        }
        if (test.better()) {
            return "Volatility is predictable: log-HAR-L beats EWMA" + test(test) + ".";
        }
        String comparison = test.statistic() < 0 ? "better" : "worse";
        return "Log-HAR-L forecasts volatility " + comparison + " than EWMA, "
                + (test.significant() ? "significantly so" : "though not significantly") + test(test) + ".";
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
                        + Figures.digits(adjusted);
        return " (DM " + Figures.p(test.p()) + correction + ")";
    }

    private static String session(int sessions) {
        return sessions == 1 ? "next-session" : sessions + "-session";
    }
}
