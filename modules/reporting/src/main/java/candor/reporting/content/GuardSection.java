package candor.reporting.content;

import candor.forecasting.guard.Alarm;
import candor.forecasting.guard.GuardResult;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Banner;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.List;

/** What was guarded against self-deception, and what fired. */
final class GuardSection {

    private GuardSection() {}

    /** On top of the report; empty where all guards held. */
    static List<Block> alarm(List<GuardResult> guards) {
        List<GuardResult> fired = Alarm.fired(guards);
        return fired.isEmpty()
                ? List.of()
                : List.of(new Banner("Alarm: "
                        + String.join(
                                ", ", fired.stream().map(GuardResult::name).toList())
                        + ". Do not rely on this report before it is explained; see the section on guards."));
    }

    static List<Block> of(List<GuardResult> guards) {
        int fired = Alarm.fired(guards).size();
        return List.of(
                new Heading("Guards against self-deception"),
                new Paragraph(
                        "A back-test that has seen the future looks better than any honest one. Each guard looks for"
                                + " one way in which that happens, in the bars and in the forecasts. "
                                + (fired == 0
                                        ? "All " + Numerals.count(guards.size()) + " held."
                                        : Numerals.count(fired) + " of " + Numerals.count(guards.size()) + " fired.")),
                new Table(
                        "What was looked at",
                        List.of(Names.words("Guard"), Names.words("Verdict"), Names.words("Finding")),
                        guards.stream().map(GuardSection::row).toList()));
    }

    private static Row row(GuardResult guard) {
        return new Cells(List.of(guard.name(), guard.passed() ? "held" : "ALARM", guard.detail()), !guard.passed());
    }
}
