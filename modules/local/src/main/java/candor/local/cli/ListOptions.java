// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.NamedFile;
import candor.local.wiring.PanelFolder;
import candor.local.wiring.Surroundings;
import candor.local.wiring.SymbolTask;
import candor.local.words.SummaryText;
import candor.pipeline.universe.SymbolList;
import candor.pipeline.universe.SymbolOutcome;
import candor.pipeline.universe.UniverseResults;
import candor.pipeline.universe.UniverseSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a run of many symbols: which ones, and how many at once. */
final class ListOptions {

    private static final String LATEST = "";

    /** A worker's share of the heap: what one symbol's evaluation takes at the most. */
    private static final long BYTES_OF_A_JOB = 256L << 20;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--symbols",
            paramLabel = "FILE",
            description = "run the list in a file: [{\"symbol\": \"STX\"}, ...], or a CSV table with a column symbol")
    private @Nullable Path symbols;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "run each CSV file of a folder; a file is named after its symbol, as STX.csv")
    private @Nullable Path folder;

    @Option(
            names = "--retry",
            paramLabel = "LIST",
            arity = "0..1",
            fallbackValue = LATEST,
            description = "run again what failed, or was not started, of that list; default: of the one that ran last")
    private @Nullable String retry;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "run so many symbols at once; default: one for each processor, as far as memory reaches")
    private @Nullable Integer jobs;

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description =
                    "sort the table of several symbols by symbol, range, volatility or coverage; default: as listed")
    private @Nullable String sort;

    /**
     * What is to be run.
     *
     * @param before the results that this adds to; null where it makes new ones
     * @param toKeep a list of a file, which the home keeps; null for others
     */
    record Wanted(
            String name,
            String digest,
            List<SymbolTask> tasks,
            @Nullable UniverseSummary before,
            @Nullable SymbolList toKeep) {

        static Wanted of(SymbolList list, @Nullable SymbolList toKeep) {
            return new Wanted(
                    list.name(),
                    list.digest(),
                    list.entries().stream()
                            .map(entry -> new SymbolTask(entry, null))
                            .toList(),
                    null,
                    toKeep);
        }
    }

    /** The option that asks for a list, as messages name it; null where none does. */
    @Nullable
    String given() {
        return symbols != null
                ? "--symbols"
                : folder != null
                        ? "--dir"
                        : retry != null ? "--retry" : jobs != null ? "--jobs" : sort != null ? "--sort" : null;
    }

    boolean namesFiles() {
        return folder != null;
    }

    boolean adds() {
        return retry != null;
    }

    /** How many symbols at once. */
    int atOnce(int processors, long heapBytes) {
        if (jobs == null) {
            return (int) Math.max(1, Math.min(processors, heapBytes / BYTES_OF_A_JOB));
        }
        if (jobs < 1) {
            throw new CommandRejected("--jobs " + jobs + " runs nothing; give at least 1");
        }
        return jobs;
    }

    SummaryText.Order order() {
        return order(sort);
    }

    /** The order of that column; null for the list's own. */
    static SummaryText.Order order(@Nullable String sort) {
        if (sort == null) {
            return SummaryText.Order.LISTED;
        }
        for (SummaryText.Order order : SummaryText.Order.values()) {
            if (order != SummaryText.Order.LISTED
                    && order.name().toLowerCase(Locale.ROOT).equals(sort)) {
                return order;
            }
        }
        throw new CommandRejected("--sort " + sort + " is no column; give symbol, range, volatility or coverage");
    }

    /** The symbols that were asked for, checked, before anything is run. */
    Wanted wanted(Surroundings surroundings, List<String> typed, UniverseResults results) {
        if (symbols != null) {
            SymbolList list = inFile(surroundings, symbols);
            return Wanted.of(list, list);
        }
        if (folder != null) {
            return inFolder(surroundings, folder);
        }
        if (retry != null) {
            return again(results, retry);
        }
        return Wanted.of(SymbolList.of("typed", typed.stream().map(Symbol::of).toList()), null);
    }

    /** Rejects a command that does not say what to run, or says it twice. */
    void requireOne(List<String> typed) {
        List<String> given = new ArrayList<>();
        if (!typed.isEmpty()) {
            given.add(String.join(" ", typed));
        }
        if (symbols != null) {
            given.add("--symbols " + symbols);
        }
        if (folder != null) {
            given.add("--dir " + folder);
        }
        if (retry != null) {
            given.add("--retry" + (retry.isEmpty() ? "" : " " + retry));
        }
        if (given.size() != 1) {
            throw badUsage(
                    given.isEmpty()
                            ? "no SYMBOL to run; name one, as in ./candor run STX, or several, or give --symbols FILE or"
                                    + " --dir FOLDER"
                            : String.join(" and ", given) + " each say what to run; give one of them");
        }
    }

    /** What shows the usage below the message. */
    ParameterException badUsage(String message) {
        return new ParameterException(
                Objects.requireNonNull(command, "options without a command").commandLine(), message);
    }

    private static SymbolList inFile(Surroundings surroundings, Path file) {
        try {
            return SymbolList.read(file.toString(), NamedFile.read(surroundings, file, SymbolList.LONGEST_FILE));
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "); give the path of a file with a list of symbols",
                    e);
        }
    }

    private static Wanted inFolder(Surroundings surroundings, Path folder) {
        List<Path> files = PanelFolder.files(surroundings, folder);
        List<SymbolTask> tasks = new ArrayList<>();
        for (Path file : files) {
            String name = PanelFolder.name(file);
            if (!Symbol.isWellFormed(name)) {
                throw new CommandRejected(
                        file + ": '" + name + "' is no symbol; name the file after its symbol, with 1 to"
                                + " 15 of A-Z, 0-9, '.', '^', '-', as STX.csv, or take it out of the folder");
            }
            tasks.add(new SymbolTask(new SymbolList.Entry(Symbol.of(name), null, null), file));
        }
        Path place =
                surroundings.workingDirectory().resolve(folder).toAbsolutePath().normalize();
        SymbolList list = SymbolList.of(
                SymbolList.nameOf(String.valueOf(place.getFileName())),
                tasks.stream().map(SymbolTask::symbol).toList());
        return new Wanted(list.name(), list.digest(), tasks, null, null);
    }

    private static Wanted again(UniverseResults results, String name) {
        Optional<UniverseSummary> found = name.equals(LATEST) ? results.latest() : results.latest(name);
        UniverseSummary before = found.orElseThrow(() -> new CommandRejected(
                results.names().isEmpty()
                        ? "no list was run yet; run one with ./candor run --symbols FILE or --dir FOLDER"
                        : "the list '" + name + "' has no results; ./candor universe shows those of "
                                + String.join(", ", results.names())));
        List<SymbolTask> tasks =
                before.toRetry().stream().map(ListOptions::again).toList();
        return new Wanted(before.list(), before.listSha256(), tasks, before, null);
    }

    private static SymbolTask again(SymbolOutcome outcome) {
        return new SymbolTask(
                new SymbolList.Entry(outcome.symbol(), outcome.source(), outcome.asOf()),
                outcome.file() == null ? null : Path.of(outcome.file()));
    }
}
