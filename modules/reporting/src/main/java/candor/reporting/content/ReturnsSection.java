// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.pipeline.report.PastReturns;
import candor.pipeline.report.PastReturns.Drawdown;
import candor.pipeline.report.PastReturns.Year;
import candor.pipeline.report.ReportModel;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Returns by month and year, and the worst drawdowns. */
final class ReturnsSection {

    private static final int DRAWDOWNS = 5;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private ReturnsSection() {}

    static List<Block> of(ReportModel model) {
        PastReturns returns = PastReturns.of(model.history(), DRAWDOWNS);
        if (returns.years().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading("Returns and worst drawdowns"));
        if (!returns.drawdowns().isEmpty()) {
            blocks.add(drawdowns(returns.drawdowns()));
        }
        blocks.add(years(returns.years()));
        blocks.add(new Note("Simple returns of "
                + (PastPrices.of(model.source()).areAdjusted() ? "adjusted closes" : "closes")
                + ", from the last close before to the last close of the month; the first and the last year may be"
                + " parts of years. A dash: no return is known."));
        return blocks;
    }

    private static Table years(List<Year> years) {
        List<Column> columns = Stream.concat(
                        Stream.of(Names.words("Year")),
                        Stream.concat(MONTHS.stream(), Stream.of("Year\u2019s")).map(Names::number))
                .toList();
        return new Table(
                "Return of each month and year, in percent",
                columns,
                years.stream().map(ReturnsSection::row).toList());
    }

    private static Row row(Year year) {
        return new Cells(
                Stream.concat(
                                Stream.of(Integer.toString(year.year())),
                                Stream.concat(year.months().stream(), Stream.of(year.whole()))
                                        .map(value -> Numerals.tenth(100 * value)))
                        .toList(),
                false);
    }

    private static Table drawdowns(List<Drawdown> drawdowns) {
        return new Table(
                "The worst drawdowns",
                List.of(
                        Names.words("Peak"),
                        Names.words("Trough"),
                        Names.words("Back at the peak"),
                        Names.number("Fall"),
                        Names.number("Calendar days to the trough"),
                        Names.number("from there back")),
                drawdowns.stream().map(ReturnsSection::row).toList());
    }

    private static Row row(Drawdown drawdown) {
        long back = drawdown.recovered() == null
                ? -1
                : drawdown.recovered().toEpochDay() - drawdown.trough().toEpochDay();
        return new Cells(
                List.of(
                        drawdown.peak().toString(),
                        drawdown.trough().toString(),
                        drawdown.recovered() == null
                                ? "not yet"
                                : drawdown.recovered().toString(),
                        Numerals.percent(drawdown.depth()),
                        Numerals.count(
                                drawdown.trough().toEpochDay() - drawdown.peak().toEpochDay()),
                        back < 0 ? Numerals.ABSENT : Numerals.count(back)),
                false);
    }
}
