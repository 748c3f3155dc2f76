// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.statement;

import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.test.UniformityTest;
import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a coverage on the whole hides: the worst year, the latest outcomes, and the shape inside the intervals. */
final class RecordSentences {

    private RecordSentences() {}

    static List<String> of(List<HorizonScorecard> horizons) {
        List<String> sentences = new ArrayList<>();
        add(sentences, "In their worst year they covered ", clauses(horizons, RecordSentences::worstYear), ".");
        add(sentences, "Of the last 250 outcomes they covered ", clauses(horizons, RecordSentences::latest), ".");
        add(
                sentences,
                "Inside the intervals outcomes are not spread as forecast (KS ",
                clauses(horizons, RecordSentences::uneven),
                ").");
        return sentences;
    }

    private static void add(List<String> sentences, String begin, List<String> clauses, String end) {
        if (!clauses.isEmpty()) {
            sentences.add(begin + Figures.list(clauses, "and") + end);
        }
    }

    /** The text of each horizon that has one; {@code sessions} stands in the first of several sessions only. */
    private static List<String> clauses(
            List<HorizonScorecard> horizons, Function<HorizonScorecard, @Nullable String> text) {
        List<String> clauses = new ArrayList<>();
        String unit = " sessions";
        for (HorizonScorecard horizon : horizons) {
            String clause = text.apply(horizon);
            if (clause != null && horizon.sessions() == 1) {
                clauses.add(clause);
            } else if (clause != null) {
                clauses.add(clause + " over " + horizon.sessions() + unit);
                unit = "";
            }
        }
        return clauses;
    }

    private static @Nullable String worstYear(HorizonScorecard horizon) {
        CoverageRecord record = horizon.coverage90();
        Map.Entry<String, CoverageShare> worst = record == null ? null : record.worstYear();
        return worst == null ? null : Figures.percent(value(worst.getValue())) + " (" + worst.getKey() + ")";
    }

    private static @Nullable String latest(HorizonScorecard horizon) {
        CoverageRecord record = horizon.coverage90();
        CoverageShare latest = record == null ? null : record.last250();
        return latest == null ? null : Figures.percent(value(latest));
    }

    private static @Nullable String uneven(HorizonScorecard horizon) {
        UniformityTest test = horizon.pit();
        return test != null && horizon.origins().count() >= Statement.LEAST_OUTCOMES && test.ksP() < Verdicts.LEVEL
                ? Figures.pIs(test.ksP())
                : null;
    }

    private static double value(CoverageShare share) {
        return share.coverage().value();
    }
}
