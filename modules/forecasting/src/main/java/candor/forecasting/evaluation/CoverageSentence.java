package candor.forecasting.evaluation;

import java.util.Optional;

/** How the 90 % intervals of one horizon did, in plain words. */
record CoverageSentence(HorizonScorecard horizon) {

    private static final double NOMINAL = 0.9;
    private static final double LEVEL = 0.05;

    String text() {
        Optional<IntervalScore> interval = horizon.intervals().stream()
                .filter(score -> score.nominal() == NOMINAL)
                .findFirst();
        String subject = "The 90 % intervals" + ahead();
        return interval.map(score -> subject + " covered " + Figures.percent(score.coverage()) + " of "
                        + outcomes(score) + verdict(score) + ".")
                .orElse(subject + " have no outcomes yet.");
    }

    private String ahead() {
        return horizon.sessions() == 1 ? "" : " for " + horizon.sessions() + " sessions";
    }

    private String outcomes(IntervalScore score) {
        if (horizon.sessions() == 1) {
            return Figures.count(score.outcomes(), "outcome");
        }
        int independent = Math.max(1, score.outcomes() / horizon.sessions());
        return Figures.count(score.outcomes(), "overlapping outcome") + " (about "
                + Figures.count(independent, "independent one") + ")";
    }

    private String verdict(IntervalScore score) {
        if (score.outcomes() < Statement.LEAST_OUTCOMES) {
            return ", too few to judge";
        }
        String verdict = "";
        if (score.kupiecP() < LEVEL) {
            verdict = ": they were too " + (score.coverage() < NOMINAL ? "narrow" : "wide") + " (Kupiec "
                    + Figures.p(score.kupiecP()) + ")";
        }
        if (score.christoffersenP() < LEVEL) {
            verdict += "; misses came in clusters (Christoffersen " + Figures.p(score.christoffersenP()) + ")";
        }
        return verdict;
    }
}
