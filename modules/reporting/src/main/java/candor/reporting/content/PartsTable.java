package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.Breakdown;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The candidates one session ahead, by year and by volatility. */
final class PartsTable {

    /** A column: a candidate's figure in parts, and how it is written. */
    private record Figure(Column column, Breakdown parts, Function<Double, String> text) {}

    private PartsTable() {}

    static List<Block> of(HorizonScorecard horizon) {
        List<Figure> figures = figures(horizon);
        SortedSet<String> years = new TreeSet<>();
        figures.forEach(figure -> years.addAll(figure.parts().byYear().keySet()));
        List<Row> rows = new ArrayList<>();
        years.forEach(year ->
                rows.add(row(year, figures, figure -> figure.parts().byYear().get(year))));
        if (figures.stream().anyMatch(figure -> figure.parts().byVolatilityTercile() != null)) {
            rows.add(new Group("By the volatility that EWMA forecast"));
            rows.add(row("low", figures, figure -> tercile(figure, Terciles::low)));
            rows.add(row("middle", figures, figure -> tercile(figure, Terciles::middle)));
            rows.add(row("high", figures, figure -> tercile(figure, Terciles::high)));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>(List.of(Names.words("Targets in")));
        figures.forEach(figure -> columns.add(figure.column()));
        return List.of(
                new Table("By year and volatility, " + Names.sessions(horizon.sessions()) + " ahead", columns, rows),
                new Note(
                        "R\u00b2 against zero of the mean forecasts: above 0 where they err less than the random walk. QLIKE"
                                + " less EWMA\u2019s of the variance forecasts: below 0 where they are better. Years with at least"
                                + " 100 outcomes. A figure that one year alone has made is worth little."));
    }

    private static List<Figure> figures(HorizonScorecard horizon) {
        List<Figure> figures = new ArrayList<>();
        horizon.point().candidates().forEach((name, score) -> {
            if (!Names.isRandomWalk(name)) {
                figures.add(new Figure(
                        Names.number("R\u00b2 " + Names.candidate(name)), score.r2osVsZeroIn(), Numerals::move));
            }
        });
        horizon.scale().candidates().forEach((name, score) -> {
            Breakdown parts = score.qlikeVsEwmaIn();
            if (parts != null) {
                figures.add(new Figure(Names.number("QLIKE " + Names.candidate(name)), parts, Numerals::loss));
            }
        });
        return figures;
    }

    private static double tercile(Figure figure, ToDoubleFunction<Terciles> which) {
        Terciles terciles = figure.parts().byVolatilityTercile();
        return terciles == null ? Double.NaN : which.applyAsDouble(terciles);
    }

    private static Row row(String name, List<Figure> figures, Function<Figure, Double> value) {
        List<String> texts = new ArrayList<>(List.of(name));
        figures.forEach(figure -> texts.add(figure.text().apply(value.apply(figure))));
        return new Cells(texts, false);
    }
}
