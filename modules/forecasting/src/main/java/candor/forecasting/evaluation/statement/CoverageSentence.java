package candor.forecasting.evaluation.statement;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the 90 % intervals did over each horizon, in plain words. */
final class CoverageSentence {

    private static final double NOMINAL = 0.9;

    /** A gap to the nominal level that is named even where it may be chance. */
    private static final double NOTABLE = 0.02;

    private CoverageSentence() {}

    static String of(List<HorizonScorecard> horizons) {
        List<String> covered = new ArrayList<>();
        boolean first = true;
        for (HorizonScorecard horizon : horizons) {
            Optional<IntervalScore> score = interval(horizon);
            if (score.isPresent()) {
                covered.add(clause(horizon.sessions(), score.get(), first));
                first &= horizon.sessions() == 1;
            }
        }
        return covered.isEmpty()
                ? "The 90 % intervals have no outcomes yet."
                : "The 90 % intervals covered " + Figures.list(covered, "and") + ".";
    }

    private static Optional<IntervalScore> interval(HorizonScorecard horizon) {
        return horizon.intervals().stream()
                .filter(score -> score.nominal() == NOMINAL)
                .findFirst();
    }

    private static String clause(int sessions, IntervalScore score, boolean first) {
        List<String> remarks = new ArrayList<>();
        String coverage = Figures.percent(score.coverage());
        if (sessions == 1) {
            coverage += " of " + Figures.count(score.outcomes(), "outcome");
        } else {
            coverage += " over " + sessions + (first ? " sessions" : "");
            int independent = Math.max(1, score.outcomes() / sessions);
            remarks.add("about "
                    + (first ? Figures.count(independent, "independent outcome") : Figures.count(independent)));
        }
        remarks.addAll(verdicts(score));
        return coverage + (remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")");
    }

    private static List<String> verdicts(IntervalScore score) {
        if (score.outcomes() < Statement.LEAST_OUTCOMES) {
            return List.of("too few to judge");
        }
        List<String> verdicts = new ArrayList<>();
        boolean below = score.coverage() < NOMINAL;
        if (score.kupiecP() < Verdicts.LEVEL) {
            verdicts.add("too " + (below ? "narrow" : "wide") + ", Kupiec " + Figures.pIs(score.kupiecP()));
        } else if (Math.abs(score.coverage() - NOMINAL) >= NOTABLE) {
            verdicts.add((below ? "below" : "above") + " nominal, which may be chance, Kupiec "
                    + Figures.pIs(score.kupiecP()));
        }
        if (score.christoffersenP() < Verdicts.LEVEL) {
            verdicts.add("misses in clusters, Christoffersen " + Figures.pIs(score.christoffersenP()));
        }
        return verdicts;
    }
}
