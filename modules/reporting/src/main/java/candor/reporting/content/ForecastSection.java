package candor.reporting.content;

import candor.forecasting.risk.MarketRisk;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.ReportModel;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The forecast in full: tables with one column for each horizon. */
final class ForecastSection {

    private ForecastSection() {}

    static List<Block> of(ReportModel model) {
        List<HorizonForecast> horizons = model.forecast().horizons();
        List<Column> columns = Stream.concat(
                        Stream.of(Names.words("Sessions ahead")),
                        horizons.stream().map(h -> Names.number(Names.sessions(h.sessions()))))
                .toList();
        List<Block> blocks = new ArrayList<>(List.of(
                new Heading("The forecast in full"),
                new Table("The price after the next sessions, in US dollars", columns, prices(horizons)),
                new Table("Risk of the return over the next sessions, as log returns", columns, risks(horizons)),
                new Note(
                        "How to read the tables: a 90\u00a0% interval is meant to hold the price nine times out of ten; how often past intervals"
                                + " did is shown below. Volatility, value at risk and expected shortfall are log returns over"
                                + " the horizon: a loss of 5\u00a0% in these terms is 4.9\u00a0% of the price, one of"
                                + " 20\u00a0% is 18.1\u00a0%. On the first page losses are in percent of the price; expected shortfall"
                                + " is converted as it stands, which is the most that the mean loss can be."),
                new Note(
                        "Value at risk (VaR) at 95\u00a0% is the loss that is exceeded one time in twenty, at 99\u00a0% one"
                                + " time in a hundred. Expected shortfall (ES) is the mean loss of those times.")));
        MarketRisk risk = model.metrics().marketRisk();
        if (risk != null) {
            blocks.add(new Paragraph(marketRisk(risk)));
        }
        return blocks;
    }

    private static String marketRisk(MarketRisk risk) {
        return "As European key information documents (PRIIPs) state it, the market risk of this stock is class "
                + risk.riskClass() + " of 7: over the years from " + Numerals.date(risk.from()) + " to "
                + Numerals.date(risk.to())
                + " its volatility a year, taken from a value at risk that allows for skewness and"
                + " fat tails, was " + Numerals.percent(risk.equivalentVolatility())
                + ". Class 1 is below 0.5\u00a0%, class 7 begins at 80\u00a0%. This looks back over up to five years, and is no forecast.";
    }

    private static List<Row> prices(List<HorizonForecast> horizons) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Target session", horizons, h -> h.target().toString()));
        rows.add(new Cells(
                texts(
                        "Median price",
                        horizons,
                        h -> Numerals.price(h.priceQuantiles().get("p50"))),
                true));
        rows.add(row("50\u00a0% interval", horizons, h -> interval(h, "p25", "p75")));
        rows.add(row("80\u00a0% interval", horizons, h -> interval(h, "p10", "p90")));
        rows.add(new Cells(texts("90\u00a0% interval", horizons, h -> interval(h, "p05", "p95")), true));
        rows.add(row("95\u00a0% interval", horizons, h -> interval(h, "p025", "p975")));
        rows.add(row("Probability of a rise", horizons, h -> Numerals.percent(h.probabilityUp())));
        rows.add(row("Model", horizons, h -> Names.model(h.model())));
        return rows;
    }

    private static List<Row> risks(List<HorizonForecast> horizons) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Volatility over the horizon", horizons, h -> Numerals.move(h.volatility())));
        rows.add(row("Volatility a year", horizons, h -> Numerals.percent(h.annualisedVolatility())));
        rows.add(row("VaR 95\u00a0%", horizons, h -> Numerals.move(h.valueAtRisk95())));
        rows.add(row("VaR 99\u00a0%", horizons, h -> Numerals.move(h.valueAtRisk99())));
        rows.add(row("ES 95\u00a0%", horizons, h -> Numerals.move(h.expectedShortfall95())));
        rows.add(row("ES 99\u00a0%", horizons, h -> Numerals.move(h.expectedShortfall99())));
        return rows;
    }

    private static Row row(String name, List<HorizonForecast> horizons, Function<HorizonForecast, String> text) {
        return new Cells(texts(name, horizons, text), false);
    }

    private static List<String> texts(
            String name, List<HorizonForecast> horizons, Function<HorizonForecast, String> text) {
        return Stream.concat(Stream.of(name), horizons.stream().map(text)).toList();
    }

    private static String interval(HorizonForecast horizon, String lower, String upper) {
        Double from = horizon.priceQuantiles().get(lower);
        Double to = horizon.priceQuantiles().get(upper);
        boolean known = from != null && to != null && Double.isFinite(from) && Double.isFinite(to);
        return known ? Numerals.price(from) + " to " + Numerals.price(to) : Numerals.ABSENT;
    }
}
