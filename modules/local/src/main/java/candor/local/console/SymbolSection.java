package candor.local.console;

import static candor.local.console.Page.link;
import static candor.local.console.Page.paragraph;
import static candor.local.console.Table.text;

import candor.local.console.Table.Column;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.PriceLoss;
import candor.reporting.markup.Element;
import candor.serving.api.ServedForecast;
import java.util.ArrayList;
import java.util.List;

/** One symbol's forecast on the first page. */
final class SymbolSection {

    private final ForecastDocument forecast;
    private final ServedForecast served;
    private final String address;

    SymbolSection(ServedForecast served) {
        this.served = served;
        this.forecast = served.forecast();
        this.address = Wording.segment(forecast.symbol().value());
    }

    /** @param reported whether there is a report, and so a chart */
    Element toElement(boolean reported) {
        List<Element> parts = new ArrayList<>();
        parts.add(paragraph("origin", origin()));
        if (forecast.synthetic()) {
            parts.add(paragraph(
                    "banner",
                    "Synthetic stock: these prices are made up by a documented process. It is no real share."));
        }
        if (served.stale()) {
            parts.add(paragraph("banner alert", staleness()));
        }
        parts.add(paragraph("statement", forecast.statement()));
        parts.add(reported ? chart() : paragraph("note", noReport()));
        parts.add(table());
        parts.add(links(reported));
        return section(forecast.symbol().value(), parts);
    }

    /** A section under the symbol's name. */
    static Element section(String symbol, List<Element> parts) {
        String id = "symbol-" + symbol;
        List<Element> all = new ArrayList<>();
        all.add(Element.of("h2", symbol).with("id", id));
        all.addAll(parts);
        return Element.of("section", all).with("aria-labelledby", id);
    }

    private String origin() {
        String behind = forecast.synthetic() || served.stale()
                ? ""
                : served.sessionsBehind() == 0
                        ? " This is the last finished session."
                        : " One session has finished since.";
        return "Forecast from the close of " + forecast.asOf() + " at " + Wording.price(forecast.lastClose()) + "."
                + behind;
    }

    private String staleness() {
        return "Stale: " + Wording.count(served.sessionsBehind(), "session") + " finished since. For a newer forecast: "
                + command();
    }

    private String noReport() {
        return "There is no report on this forecast yet, so no chart: " + command() + " makes both.";
    }

    private String command() {
        return forecast.synthetic() ? "./candor demo" : "./candor run " + forecast.symbol();
    }

    private Element chart() {
        Element image = Element.of("img")
                .with("src", "/charts/" + address + ".svg")
                .with(
                        "alt",
                        "Fan chart of " + forecast.symbol()
                                + ": past closes with their forecast intervals, and the intervals ahead. The table"
                                + " below gives the numbers.");
        return Element.of("figure", image);
    }

    private Element table() {
        Table table = new Table(
                forecast.symbol()
                        + ": where the price is expected, in dollars, by horizon; value at risk in percent of the price",
                Column.text("Horizon"),
                Column.text("Target"),
                Column.number("Median"),
                Column.number("50\u00a0% interval"),
                Column.number("90\u00a0% interval"),
                Column.number("Chance of a rise"),
                Column.number("Volatility, annualised"),
                Column.number("Value at risk 95\u00a0%"),
                Column.text("Model"));
        forecast.horizons().forEach(horizon -> row(table, horizon));
        return table.toElement();
    }

    private static void row(Table table, HorizonForecast horizon) {
        table.row(
                text(Wording.count(horizon.sessions(), "session").replace(' ', '\u00a0')),
                Element.of("time", horizon.target().toString()),
                text(price(horizon, "p50")),
                text(price(horizon, "p25") + " \u2013 " + price(horizon, "p75")),
                text(price(horizon, "p05") + " \u2013 " + price(horizon, "p95")),
                text(Wording.percent(horizon.probabilityUp())),
                text(Wording.percent(horizon.annualisedVolatility())),
                text(Wording.move(PriceLoss.share(horizon.valueAtRisk95()))),
                text(horizon.model()));
    }

    private static String price(HorizonForecast horizon, String quantile) {
        Double price = horizon.priceQuantiles().get(quantile);
        return price == null ? "not given" : Wording.price(price);
    }

    private Element links(boolean reported) {
        List<Element> links = new ArrayList<>();
        if (reported) {
            links.add(item(link("/reports/" + address, "Report")));
            links.add(item(link("/reports/" + address + ".pdf", "Report as PDF")));
        }
        links.add(item(link("/v1/forecasts/" + address, "Forecast as JSON")));
        return Element.of("ul", links).with("class", "links").with("aria-label", "More on " + forecast.symbol());
    }

    private static Element item(Element link) {
        return Element.of("li", link);
    }
}
