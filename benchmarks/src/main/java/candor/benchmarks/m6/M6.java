package candor.benchmarks.m6;

import candor.benchmarks.m6.Competition.Period;
import candor.benchmarks.m6.OneFactor.Correlations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scores over the whole competition; printed as JSON as it stands.
 *
 * @param setting chosen before any score was seen
 * @param score ranked probability score on average over the periods; lower is better
 * @param equalChances the score of a fifth for each quintile
 * @param bestTeam the published score of the best of 163 teams
 * @param hindsight other settings with their scores, which prove nothing; empty unless asked for
 */
record M6(
        Correlations setting,
        double score,
        double equalChances,
        double bestTeam,
        List<Period> periods,
        List<Alternative> hindsight) {

    private static final double BEST_TEAM = 0.15645;

    /** Another setting and its score. */
    record Alternative(Correlations setting, double score) {}

    static M6 of(Correlations setting, List<Period> periods, List<Alternative> hindsight) {
        double equalChances = 0;
        for (Period period : periods) {
            equalChances += period.equalChances();
        }
        return new M6(setting, mean(periods), equalChances / periods.size(), BEST_TEAM, periods, hindsight);
    }

    static double mean(List<Period> periods) {
        double sum = 0;
        for (Period period : periods) {
            sum += period.score();
        }
        return sum / periods.size();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Ranked probability score of quintile probabilities, lower is better");
        for (Period period : periods) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s to %s   %.5f   equal chances %.5f",
                    period.start(),
                    period.end(),
                    period.score(),
                    period.equalChances()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "mean of %d periods         %.5f   equal chances %.5f   best of 163 teams %.5f",
                periods.size(),
                score,
                equalChances,
                bestTeam));
        lines.add("chosen before any score was seen: " + text(setting));
        if (!hindsight.isEmpty()) {
            lines.add("In hindsight, other settings; they show how much hangs on the choice, and prove nothing:");
            hindsight.forEach(other ->
                    lines.add(String.format(Locale.ROOT, "  %-32s %.5f", text(other.setting()), other.score())));
        }
        return lines;
    }

    private static String text(Correlations setting) {
        return "decay " + setting.decay() + ", shrinkage " + setting.shrinkage();
    }
}
