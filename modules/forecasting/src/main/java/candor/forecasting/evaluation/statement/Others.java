package candor.forecasting.evaluation.statement;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.text.Figures;

/** What the forecasts of a young history rest on: mostly on other companies. */
final class Others {

    /** From here on a symbol speaks for itself. */
    static final int OWN_OUTCOMES = 250;

    private Others() {}

    /**
     * A sentence after a blank; empty where nobody else counts, or own outcomes are many.
     *
     * @param outcomes of the symbol's own forecasts
     */
    static String of(int sessions, Candidate scale, int outcomes) {
        if (scale.others().isEmpty() || outcomes >= OWN_OUTCOMES) {
            return "";
        }
        String own = outcomes == 0
                ? "on none of its own outcomes"
                : "on " + Figures.count(outcomes, "outcome") + " of its own over " + Figures.count(sessions, "session");
        return " These forecasts rest " + own + ", and on the past of other companies: " + scale.others() + ".";
    }
}
