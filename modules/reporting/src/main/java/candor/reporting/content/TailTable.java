package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.statement.Verdicts;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;

/** How often outcomes passed either end of the forecast distribution. */
final class TailTable {

    private TailTable() {}

    static List<Block> of(List<HorizonScorecard> horizons) {
        List<Row> rows = new ArrayList<>();
        for (HorizonScorecard horizon : horizons) {
            if (!horizon.tails().isEmpty()) {
                rows.add(new Group(Names.sessions(horizon.sessions()) + " ahead"));
                horizon.tails().forEach(tail -> rows.add(row(tail)));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Table(
                        "Value at risk: each end of the distribution apart",
                        List.of(
                                Names.words("End"),
                                Names.number("Passed"),
                                Names.number("Expected"),
                                Names.number("Share"),
                                Names.number("Kupiec p"),
                                Names.number("Christoffersen p"),
                                Names.number("Both p"),
                                Names.words("Basel zone"),
                                Names.words("Verdict")),
                        rows),
                new Note("An interval can cover well while falls pass its lower end too often and rises its upper end"
                        + " too seldom. \u2018Falls\u2019 are losses beyond the value at risk of who holds the"
                        + " stock. Both p is Christoffersen\u2019s test of conditional coverage. The Basel zone"
                        + " counts the last 250 sessions against the 99\u00a0% value at risk: green up to 4,"
                        + " yellow up to 9, red from 10. With this many tests some p fall below 0.05 by chance."));
    }

    private static Row row(TailScore tail) {
        TrafficLight light = tail.trafficLight();
        return new Cells(
                List.of(
                        (tail.tail() == TailScore.Tail.LOWER ? "falls, " : "rises, ") + Numerals.level(tail.level()),
                        Numerals.count(tail.violations()),
                        Numerals.tenth(tail.expected()),
                        Numerals.rareShare((double) tail.violations() / tail.outcomes()),
                        Numerals.pValue(tail.kupiecP()),
                        Numerals.pValue(tail.christoffersenP()),
                        Numerals.pValue(tail.conditionalCoverageP()),
                        light == null
                                ? Numerals.ABSENT
                                : light.zone() + " (" + Numerals.count(light.violations()) + ")",
                        Verdicts.of(tail)),
                false);
    }
}
