// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.words;

import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coverage of an interval in parts of the period, as a person reads it on a terminal. */
final class CoverageText {

    private CoverageText() {}

    /** Each share with its 95 % interval; a star where the nominal level lies outside it. */
    static List<String> lines(CoverageRecord record) {
        List<String> parts = new ArrayList<>();
        add(parts, "all", record.whole(), record.nominal());
        add(parts, "last 250", record.last250(), record.nominal());
        add(parts, "last 60", record.last60(), record.nominal());
        record.byYear().forEach((year, share) -> add(parts, year, share, record.nominal()));
        String level = Figures.level(record.nominal());
        List<String> lines = new ArrayList<>();
        lines.add("  coverage of the " + level + " interval (95 % interval of the share; * where " + level
                + " is outside it)");
        VerdictText.wrapped(String.join(", ", parts)).forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static void add(List<String> parts, String name, @Nullable CoverageShare share, double nominal) {
        if (share != null) {
            String part = name + ": " + Figures.percent(share.coverage().value()) + " ("
                    + Figures.tenth(100 * share.coverage().lower()) + " to "
                    + Figures.tenth(100 * share.coverage().upper()) + ")" + (share.isOff(nominal) ? "*" : "");
            // No line breaks inside a part.
            parts.add(part.replace(' ', '\u00a0'));
        }
    }
}
