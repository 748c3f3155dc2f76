package candor.local.console;

import candor.reporting.markup.Element;
import candor.reporting.markup.MarkupWriter;
import candor.reporting.markup.Text;
import java.util.ArrayList;
import java.util.List;

/** What all pages share: head, skip link, navigation, main part, footer. */
final class Page {

    private static final String REFRESH_SECONDS = "30";

    private final List<Element> head = new ArrayList<>();
    private final List<Element> main = new ArrayList<>();

    /** @param title of window and page */
    Page(String title) {
        head.add(Element.of("meta").with("charset", "utf-8"));
        head.add(Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"));
        head.add(Element.of("meta").with("name", "color-scheme").with("content", "light dark"));
        head.add(Element.of("title", title + " \u00b7 Candor"));
        head.add(Element.of("link").with("rel", "icon").with("href", "data:,"));
        head.add(Element.of("link").with("rel", "stylesheet").with("href", Console.STYLE));
        main.add(Element.of("h1", title));
    }

    Page add(Element element) {
        main.add(element);
        return this;
    }

    /** Has the browser ask again by itself, where what is shown still changes. */
    Page refreshedWhile(boolean running) {
        if (running) {
            head.add(Element.of("meta").with("http-equiv", "refresh").with("content", REFRESH_SECONDS));
            main.add(Element.of(
                            "p",
                            "This page is loaded again every " + REFRESH_SECONDS + " seconds while a run is going on.")
                    .with("class", "note"));
        }
        return this;
    }

    String write() {
        return MarkupWriter.page(Element.of("html", Element.of("head", head), body())
                .with("xmlns", "http://www.w3.org/1999/xhtml")
                .with("lang", "en"));
    }

    static Element link(String address, String text) {
        return Element.of("a", text).with("href", address);
    }

    static Element paragraph(String classes, String text) {
        return Element.of("p", text).with("class", classes);
    }

    private Element body() {
        Element navigation = Element.of(
                        "nav",
                        Element.of("a", "Candor").with("href", "/").with("class", "brand"),
                        link("/", "Forecasts"),
                        link("/runs", "Runs"),
                        link("/v1/health", "Health (JSON)"))
                .with("aria-label", "Console");
        return Element.of(
                "body",
                link("#main", "Skip to content").with("class", "skip"),
                Element.of("header", navigation),
                Element.of("main", main).with("id", "main").with("tabindex", "-1"),
                Element.of(
                        "footer",
                        Element.of(
                                "p",
                                new Text("A forecast is a distribution, not a promise, and no investment advice."))));
    }
}
