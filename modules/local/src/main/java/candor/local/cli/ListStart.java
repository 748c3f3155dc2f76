// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.text.Figures;
import candor.local.wiring.Home;
import candor.local.wiring.ListRun;
import candor.local.wiring.LocalPipeline;
import candor.local.wiring.RunTerms;
import candor.local.wiring.Surroundings;
import candor.local.words.SummaryText;
import candor.pipeline.universe.SymbolOutcome;
import candor.pipeline.universe.SymbolOutcome.Status;
import candor.pipeline.universe.UniverseResults;
import candor.pipeline.universe.UniverseSummary;
import candor.store.port.BarSource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Runs a list of symbols, keeps what became of them, and says so. */
final class ListStart {

    private final Surroundings surroundings;
    private final Home home;
    private final UniverseResults results;
    private final RunTerms terms;
    private final boolean json;

    ListStart(Surroundings surroundings, Home home, RunTerms terms, boolean json) {
        this.surroundings = surroundings;
        this.home = home;
        this.results = new UniverseResults(home.openStore(surroundings.clock().instant()));
        this.terms = terms;
        this.json = json;
    }

    /** Runs what is wanted, and answers the exit status. */
    int run(ListOptions.Wanted wanted, int jobs, SummaryText.Order order) {
        if (wanted.tasks().isEmpty()) {
            surroundings.out().println("Nothing of the list " + wanted.name() + " has to be run again.");
            return 0;
        }
        if (wanted.toKeep() != null) {
            results.keep(wanted.toKeep());
        }
        Instant begin = surroundings.clock().instant();
        surroundings
                .err()
                .println("The list " + wanted.name() + ": "
                        + Figures.count(wanted.tasks().size(), "symbol") + ", " + jobs + " at once; SHA-256 "
                        + wanted.digest());
        try (ListRun run = new ListRun(home, surroundings, terms)) {
            List<SymbolOutcome> outcomes = run.run(LocalPipeline.nameAt(begin), wanted.tasks(), jobs);
            UniverseSummary summary = summary(wanted, begin, outcomes);
            String key = results.write(summary);
            tell(summary, key, order);
            return summary.open().isEmpty() ? 0 : Failures.FAILED;
        }
    }

    private UniverseSummary summary(ListOptions.Wanted wanted, Instant begin, List<SymbolOutcome> outcomes) {
        Instant ended = surroundings.clock().instant();
        UniverseSummary before = wanted.before();
        if (before != null) {
            return before.with(outcomes, ended);
        }
        LocalDate date =
                terms.asOf() == null ? new NyseCalendar().lastFinishedSession(begin, BarSource.SETTLING) : terms.asOf();
        return UniverseSummary.of(wanted.name(), wanted.digest(), date, ended, outcomes);
    }

    private void tell(UniverseSummary summary, String key, SummaryText.Order order) {
        PrintStream out = surroundings.out();
        PrintStream err = surroundings.err();
        if (json) {
            out.print(new String(summary.toJson(), StandardCharsets.UTF_8));
        } else {
            out.println();
            List<String> table = SummaryText.table(summary, order);
            table.forEach(out::println);
            if (!table.isEmpty()) {
                out.println();
            }
            out.println(SummaryText.counts(summary) + ".");
            out.println("Results: " + home.root().resolve("store").resolve(key.replaceFirst("json$", "csv")));
        }
        if (!summary.open().isEmpty()) {
            err.println("candor: " + SummaryText.counts(summary));
            SummaryText.open(summary).forEach(line -> err.println("  " + line));
        }
        if (!summary.toRetry().isEmpty()) {
            boolean stopped = summary.toRetry().stream().anyMatch(outcome -> outcome.status() == Status.NOT_STARTED);
            err.println("candor: " + (stopped ? "continue" : "once that is corrected, run these again")
                    + " with  ./candor run --retry " + summary.list() + terms.homeWords());
        }
    }
}
