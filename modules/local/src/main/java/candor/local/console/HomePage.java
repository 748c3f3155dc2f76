package candor.local.console;

import static candor.local.console.Page.link;
import static candor.local.console.Page.paragraph;

import candor.forecasting.market.Symbol;
import candor.pipeline.report.ReportFiles;
import candor.reporting.markup.Element;
import candor.reporting.markup.Text;
import candor.serving.api.ServedForecast;
import candor.serving.api.ServedForecasts;
import candor.serving.api.ServedReports;
import candor.store.failure.UnreadableCheckpoint;
import java.util.List;
import java.util.Optional;

/** The first page: every symbol's latest forecast, then the latest runs. One that cannot be read hides no other. */
final class HomePage {

    private static final int RUNS = 10;

    private final ServedForecasts forecasts;
    private final ServedReports reports;
    private final RunsPage runs;

    HomePage(ServedForecasts forecasts, ServedReports reports, RunsPage runs) {
        this.forecasts = forecasts;
        this.reports = reports;
        this.runs = runs;
    }

    String write() {
        Page page = new Page("Forecasts");
        List<Symbol> symbols = forecasts.symbols();
        if (symbols.isEmpty()) {
            page.add(nothingYet());
        }
        symbols.stream().map(this::section).flatMap(Optional::stream).forEach(page::add);
        return page.add(Element.of(
                                "section",
                                Element.of("h2", "Latest runs").with("id", "runs"),
                                runs.list(RUNS),
                                Element.of("p", link("/runs", "All runs")))
                        .with("aria-labelledby", "runs"))
                .write();
    }

    private Optional<Element> section(Symbol symbol) {
        try {
            return forecasts.find(symbol).map(this::section);
        } catch (UnreadableCheckpoint e) {
            return Optional.of(unreadable(symbol, e.getMessage()));
        }
    }

    private Element section(ServedForecast served) {
        return new ForecastSection(served)
                .toElement(reports.find(served, ReportFiles.CHART).isPresent());
    }

    private static Element unreadable(Symbol symbol, String why) {
        return ForecastSection.section(
                symbol.value(), List.of(paragraph("fault", "This forecast cannot be shown: " + why)));
    }

    private static Element nothingYet() {
        return Element.of(
                        "div",
                        Element.of("p", "There is no forecast yet. To get one, run in a terminal:"),
                        Element.of(
                                "ul",
                                command("./candor demo", "the whole pipeline on a built-in synthetic stock"),
                                command("./candor run STX --csv FILE", "on the prices in a file of yours")),
                        Element.of("p", "Then load this page again."))
                .with("class", "empty");
    }

    private static Element command(String command, String does) {
        return Element.of("li", Element.of("code", command), new Text(" \u2013 " + does));
    }
}
