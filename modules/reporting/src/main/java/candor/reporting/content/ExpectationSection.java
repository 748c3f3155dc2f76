// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.PriceLoss;
import candor.pipeline.report.ReportModel;
import candor.reporting.chart.FanChart;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Picture;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Statement;
import candor.reporting.document.Block.Table;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one can expect of the price, for a client: no word of tests, no log return. */
final class ExpectationSection {

    private ExpectationSection() {}

    static List<Block> of(ReportModel model, Typeface typeface) {
        List<Block> blocks = new ArrayList<>();
        if (!model.forecast().horizons().isEmpty()) {
            blocks.add(new Statement(
                    lead(model.forecast()) + " " + direction(model.metrics().horizons())));
            blocks.add(table(model.forecast().horizons()));
        }
        blocks.add(new Picture(
                FanChart.small(model, typeface),
                "A bar is the range that was forecast for its day the evening before; red dots fell outside. Right of the"
                        + " dashed line is the forecast."));
        return blocks;
    }

    private static String lead(ForecastDocument forecast) {
        HorizonForecast next = forecast.horizons().getFirst();
        return "Nine times in ten " + forecast.symbol() + " should close between " + price(next, "p05") + " and "
                + price(next, "p95") + " on " + Money.day(next.target()) + ". One time in twenty $"
                + Numerals.count(PriceLoss.SUM) + " in it should lose $"
                + Numerals.count(PriceLoss.ofSum(next.valueAtRisk95())) + " or more by then.";
    }

    private static String direction(List<HorizonScorecard> horizons) {
        if (horizons.isEmpty()) {
            return "No forecast has an outcome yet, so that nobody knows how well such ranges hold.";
        }
        List<String> skilled = horizons.stream()
                .filter(horizon -> horizon.point().skill() == Skill.SIGNIFICANT)
                .map(horizon -> Names.sessions(horizon.sessions()))
                .toList();
        return skilled.isEmpty()
                ? "Past prices do not tell its direction."
                : "In the past a forecast of its return over " + String.join(" and ", skilled)
                        + " was better than none, by as much as the appendix says.";
    }

    private static Table table(List<HorizonForecast> horizons) {
        List<Column> columns = Stream.concat(
                        Stream.of(Names.words("The close on")),
                        horizons.stream()
                                .map(h -> Names.number(
                                        Money.day(h.target()) + " (" + Names.sessions(h.sessions()) + ")")))
                .toList();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Half the time it is between", false, horizons, h -> range(h, "p25", "p75")));
        rows.add(row("Nine times in ten it is between", true, horizons, h -> range(h, "p05", "p95")));
        rows.add(row(
                "Chance that it is above the last close", false, horizons, h -> Numerals.percent(h.probabilityUp())));
        rows.add(row("One time in twenty the loss is at least", true, horizons, h -> Money.loss(h.valueAtRisk95())));
        rows.add(row("and on average, those times", false, horizons, h -> Money.loss(h.expectedShortfall95())));
        rows.add(row("One time in a hundred it is at least", false, horizons, h -> Money.loss(h.valueAtRisk99())));
        return new Table(
                "What can be expected. Losses are in percent of the price, and in dollars of "
                        + Numerals.count(PriceLoss.SUM) + " invested",
                columns,
                rows);
    }

    private static Row row(
            String name, boolean strong, List<HorizonForecast> horizons, Function<HorizonForecast, String> text) {
        return new Cells(
                Stream.concat(Stream.of(name), horizons.stream().map(text)).toList(), strong);
    }

    private static String range(HorizonForecast horizon, String lower, String upper) {
        return price(horizon, lower) + " and " + price(horizon, upper);
    }

    private static String price(HorizonForecast horizon, String quantile) {
        return Money.price(horizon.priceQuantiles().get(quantile));
    }
}
