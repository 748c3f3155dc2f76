package candor.local.console;

import static candor.local.console.Page.link;
import static candor.local.console.Table.text;

import candor.local.console.RunsView.RunLine;
import candor.local.console.RunsView.RunStatus;
import candor.local.console.Table.Column;
import candor.reporting.markup.Element;
import candor.reporting.markup.Node;
import java.util.List;
import java.util.Locale;

/** The runs as a list. */
final class RunsPage {

    private static final int LIMIT = 100;

    private final RunsView runs;
    private final Wording wording;

    RunsPage(RunsView runs, Wording wording) {
        this.runs = runs;
        this.wording = wording;
    }

    String write() {
        List<RunLine> latest = runs.latest(LIMIT);
        return new Page("Runs")
                .add(list(latest))
                .refreshedWhile(latest.stream().anyMatch(run -> run.status() == RunStatus.RUNNING))
                .write();
    }

    /** The latest runs as a table, or what to do where there is none. */
    Element list(int limit) {
        return list(runs.latest(limit));
    }

    static Element status(String words, Enum<?> status) {
        return Element.of("span", words)
                .with(
                        "class",
                        "status " + status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Element list(List<RunLine> lines) {
        if (lines.isEmpty()) {
            return Element.of(
                            "p",
                            Table.text("No run has been started here yet. The first: "),
                            Element.of("code", "./candor demo"))
                    .with("class", "empty");
        }
        Table table = new Table(
                "Runs, the latest first; times in " + wording.zone(),
                Column.text("Run"),
                Column.text("Symbol"),
                Column.text("Status"),
                Column.text("Started"),
                Column.text("Ended"),
                Column.number("Took"));
        lines.forEach(line -> row(table, line));
        return table.toElement();
    }

    private void row(Table table, RunLine line) {
        Node end = line.end() == null ? text("") : wording.time(line.end());
        table.row(
                link("/runs/" + Wording.segment(line.execution()), line.execution()),
                text(line.symbol()),
                status(line.status().words(), line.status()),
                wording.time(line.start()),
                end,
                text(Wording.took(line.start(), line.end())));
    }
}
