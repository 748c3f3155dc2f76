package candor.local.console;

import static candor.local.console.Page.link;
import static candor.local.console.Page.paragraph;
import static candor.local.console.Table.text;

import candor.local.console.RunsView.Failure;
import candor.local.console.RunsView.RunDetail;
import candor.local.console.RunsView.RunLine;
import candor.local.console.RunsView.RunStatus;
import candor.local.console.RunsView.StateLine;
import candor.local.console.Table.Column;
import candor.local.console.markup.Element;
import candor.local.console.markup.Node;
import candor.local.console.markup.Text;
import candor.store.run.Remedy;
import java.util.ArrayList;
import java.util.List;

/** One run, state by state. */
final class RunPage {

    private final RunDetail detail;
    private final Wording wording;

    RunPage(RunDetail detail, Wording wording) {
        this.detail = detail;
        this.wording = wording;
    }

    String write() {
        RunLine run = detail.run();
        boolean running = run.status() == RunStatus.RUNNING;
        Page page = new Page("Run " + run.execution()).add(facts(run));
        if (!running && run.status() != RunStatus.SUCCEEDED) {
            page.add(failure(run));
        }
        return page.add(detail.states().isEmpty() ? paragraph("empty", "No state has been entered yet.") : states())
                .refreshedWhile(running)
                .add(Element.of("p", link("/runs", "All runs")))
                .write();
    }

    private Element facts(RunLine run) {
        List<Element> facts = new ArrayList<>();
        fact(facts, "Status", RunsPage.status(run.status().words(), run.status()));
        if (!run.symbol().isEmpty()) {
            fact(facts, "Symbol", text(run.symbol()));
        }
        fact(facts, "Started", wording.time(run.start()));
        if (run.end() != null) {
            fact(facts, "Ended", wording.time(run.end()));
            fact(facts, "Took", text(Wording.took(run.start(), run.end())));
        }
        return Element.of("dl", facts);
    }

    private static void fact(List<Element> facts, String term, Node value) {
        facts.add(Element.of("div", Element.of("dt", term), Element.of("dd", value)));
    }

    private Element failure(RunLine run) {
        List<Element> parts = new ArrayList<>();
        if (detail.failure() != null) {
            parts.addAll(words(detail.failure()));
        }
        Failure failure = detail.failure();
        Remedy remedy = failure == null ? Remedy.REDRIVE : Remedy.of(failure.error(), failure.cause());
        String words = remedy == Remedy.REDRIVE
                ? "To continue from the state that failed: "
                : "Once that is corrected, start a new run, of a file with --csv FILE: ";
        parts.add(Element.of(
                "p",
                new Text(words),
                Element.of("code", remedy.command(run.execution(), run.symbol(), run.asOf(), ""))));
        return Element.of("div", parts).with("class", "fault");
    }

    private Element states() {
        Table table = new Table(
                "States in the order in which they were entered; times in " + wording.zone(),
                Column.text("State"),
                Column.text("Status"),
                Column.text("Entered"),
                Column.number("Took"),
                Column.number("Attempts"),
                Column.text("Reused"),
                Column.text("What it did"));
        for (StateLine state : detail.states()) {
            table.row(
                    text(state.name()),
                    RunsPage.status(state.status().words(), state.status()),
                    wording.time(state.start()),
                    text(Wording.took(state.start(), state.end())),
                    text(Integer.toString(state.attempts())),
                    text(state.reused() ? "reused" : ""),
                    said(state));
        }
        return table.toElement();
    }

    private static Element said(StateLine state) {
        List<Element> parts = new ArrayList<>();
        if (!state.summary().isEmpty()) {
            parts.add(Element.of("p", state.summary()));
        }
        if (state.failure() != null) {
            parts.addAll(words(state.failure()));
        }
        return Element.of("div", parts).with("class", "said");
    }

    private static List<Element> words(Failure failure) {
        Element error = Element.of("p", Element.of("code", failure.error()));
        return failure.cause().isEmpty() ? List.of(error) : List.of(error, paragraph("cause", failure.cause()));
    }
}
