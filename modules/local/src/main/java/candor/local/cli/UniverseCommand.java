// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Surroundings;
import candor.local.words.SummaryText;
import candor.local.words.UniverseText;
import candor.pipeline.universe.LateSymbol;
import candor.pipeline.universe.SymbolList;
import candor.pipeline.universe.SymbolOutcome;
import candor.pipeline.universe.UniverseResults;
import candor.pipeline.universe.UniverseSummary;
import candor.store.port.BarSource;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor universe}. */
@Command(
        name = "universe",
        mixinStandardHelpOptions = true,
        description = "Lists the lists of symbols, or shows what became of one, and which of its symbols are late.",
        footer = {
            "",
            "Examples:",
            "  candor universe",
            "  candor universe us --sort range",
            "  candor universe --stack candor"
        })
final class UniverseCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LIST", arity = "0..1", description = "the list's name; default: show all lists")
    private @Nullable String name;

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description = "sort the table by symbol, range, volatility or coverage; default: as listed")
    private @Nullable String sort;

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    UniverseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SummaryText.Order order = ListOptions.order(sort);
        HomeOrStack place = HomeOrStack.of(stack, home, surroundings, false);
        UniverseResults results = new UniverseResults(place.store());
        LocalDate session =
                new NyseCalendar().lastFinishedSession(surroundings.clock().instant(), BarSource.SETTLING);
        if (name == null) {
            all(results, place, session);
        } else {
            one(results, place, session, name, order);
        }
        return 0;
    }

    private void all(UniverseResults results, HomeOrStack place, LocalDate session) {
        List<UniverseText.Line> lines = new ArrayList<>();
        for (String list : results.names()) {
            Optional<SymbolList> kept = results.list(list);
            Optional<UniverseSummary> summary = results.latest(list);
            List<Symbol> symbols = symbols(kept, summary);
            int late = LateSymbol.of(place.store(), symbols, session).size();
            lines.add(new UniverseText.Line(list, symbols.size(), late, summary.orElse(null)));
        }
        if (lines.isEmpty()) {
            surroundings
                    .out()
                    .println("No list in " + place.name()
                            + " yet; run one with ./candor run --symbols FILE or --dir FOLDER");
            return;
        }
        UniverseText.table(lines, session).forEach(surroundings.out()::println);
    }

    private void one(
            UniverseResults results, HomeOrStack place, LocalDate session, String list, SummaryText.Order order) {
        Optional<SymbolList> kept = results.list(list);
        Optional<UniverseSummary> summary = results.latest(list);
        if (kept.isEmpty() && summary.isEmpty()) {
            throw new CommandRejected("no list '" + list + "' in " + place.name() + "; ./candor universe"
                    + place.words() + home.words() + " shows those that are there");
        }
        PrintStream out = surroundings.out();
        List<Symbol> symbols = symbols(kept, summary);
        UniverseText.heading(list, symbols.size(), kept.orElse(null), summary.orElse(null))
                .forEach(out::println);
        summary.ifPresent(found -> {
            SummaryText.table(found, order).forEach(out::println);
            out.println();
            SummaryText.open(found).forEach(out::println);
            if (!found.toRetry().isEmpty() && place.words().isEmpty()) {
                out.println("Again, all of these:  ./candor run --retry " + list + home.words());
            }
        });
        UniverseText.late(LateSymbol.of(place.store(), symbols, session), symbols.size(), session)
                .forEach(out::println);
    }

    /** The list itself says what is expected; one of which only results are kept, what they are about. */
    private static List<Symbol> symbols(Optional<SymbolList> kept, Optional<UniverseSummary> summary) {
        return kept.map(list ->
                        list.entries().stream().map(SymbolList.Entry::symbol).toList())
                .or(() -> summary.map(found ->
                        found.symbols().stream().map(SymbolOutcome::symbol).toList()))
                .orElse(List.of());
    }
}
