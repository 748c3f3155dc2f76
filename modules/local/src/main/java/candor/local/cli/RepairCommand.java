package candor.local.cli;

import candor.cleaning.CleaningRules;
import candor.cleaning.Judge;
import candor.cleaning.PartialDay;
import candor.cleaning.Quarantined;
import candor.cleaning.Rulings;
import candor.cleaning.Stop;
import candor.cleaning.Verdict;
import candor.cleaning.log.CleaningEntry;
import candor.cleaning.repair.Doubt;
import candor.cleaning.repair.RepairResult;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Bar;
import candor.forecasting.text.Figures;
import candor.local.wiring.BarFile;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.RepairedFile;
import candor.local.wiring.Surroundings;
import candor.pipeline.table.CleaningTable;
import candor.store.port.BarSource;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.port.SourceRemarks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = {
            "Repairs what a CSV file of daily bars proves wrong about itself, of any exchange, and says what is wrong"
                    + " and not proved, and what would stop a run. The file itself is left alone. Ends with status 1 where"
                    + " a run would stop."
        },
        footer = {"", "Example:", "  candor repair STX.csv --output fixed.csv --log changes.csv"})
final class RepairCommand implements Callable<Integer> {

    /** So many doubts of one rule are listed. */
    private static final int LISTED = 3;

    /** The status where a run would stop. */
    private static final int STOPPED = 1;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "a CSV file with daily bars")
    private Path file = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FIXED.csv",
            description = "the bars that a run would use, repaired, ascending; all rows where a run would stop")
    private @Nullable Path output;

    @Option(
            names = "--log",
            paramLabel = "LOG.csv",
            description =
                    "each change, each doubt and each row set aside: date, column, before, after, rule," + " evidence")
    private @Nullable Path log;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "whose bars of a file with several symbols")
    private @Nullable String symbol;

    @Mixin
    private ForceOption force = new ForceOption();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private BarFileOptions fileOptions = new BarFileOptions();

    @Mixin
    private RulingOptions rulings = new RulingOptions();

    RepairCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Retrieval given = over(
                BarFile.read(surroundings, file, fileOptions.choices(symbol)).retrieval());
        Verdict verdict = judged(given);
        Optional<String> lost = lost(given, verdict);
        boolean stops =
                lost.isPresent() || verdict.stops().stream().anyMatch(stop -> stop.kind() != Stop.Kind.TOO_SHORT);
        OutputFiles outputs = force.outputs(surroundings, home.in(surroundings));
        if (output != null) {
            outputs.write(output, new RepairedFile(given, verdict, stops).toBytes());
        }
        if (log != null) {
            outputs.write(log, CleaningTable.write(entries(verdict)));
        }
        tell(verdict.repairs(), changes(verdict));
        SourceRemarks.of(given.provenance())
                .forEach(remark -> surroundings.out().println("  source    " + remark));
        tellAside(aside(verdict));
        verdict.stops().forEach(this::tell);
        lost.ifPresent(words -> surroundings.out().println("  stops     " + words));
        if (output != null && stops && !verdict.result().quarantined().isEmpty()) {
            surroundings
                    .out()
                    .println("  written   " + output + " with all rows, those set aside too, as a run would stop");
        }
        return stops ? STOPPED : 0;
    }

    /** Without the rows of sessions that are not over, which a run leaves out; what is left out is noted. */
    private Retrieval over(Retrieval read) {
        LocalDate over =
                new NyseCalendar().lastFinishedSession(surroundings.clock().instant(), BarSource.SETTLING);
        List<RawBar> kept =
                read.bars().stream().filter(row -> !row.session().isAfter(over)).toList();
        if (kept.isEmpty()) {
            throw new CommandRejected(
                    file + " has no bar of a finished session; give a file that reaches back further");
        }
        SortedMap<String, String> provenance = new TreeMap<>(read.provenance());
        if (kept.size() < read.bars().size()) {
            Provenance.ROWS_NOT_OVER.note(provenance, read.bars().size() - kept.size() + " after " + over);
        }
        return new Retrieval.OneFile(Retrieval.Place.CSV, kept, read.hasAdjustedClose(), provenance);
    }

    /** Rows that a run leaves out, but for those in doubt. */
    private static List<Quarantined> aside(Verdict verdict) {
        Set<String> doubtful =
                verdict.repairs().doubts().stream().map(Doubt::rule).collect(Collectors.toSet());
        return verdict.result().quarantined().stream()
                .filter(one -> !doubtful.contains(one.rule()))
                .toList();
    }

    /** Those rows by rule, with the first of each. */
    private void tellAside(List<Quarantined> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(Quarantined::rule, TreeMap::new, Collectors.toList()))
                .forEach((rule, some) -> surroundings
                        .out()
                        .println("  set aside " + rule + ": " + some.size() + ", the first of "
                                + some.getFirst().row().session() + ", "
                                + some.getFirst().evidence()));
    }

    /**
     * Why a run would stop at the last row, if it sets that aside. One without a close is no day to forecast from,
     * and a part of a day gives way to the day before.
     */
    private static Optional<String> lost(Retrieval given, Verdict verdict) {
        List<Bar> bars = verdict.result().bars();
        return given.bars().stream()
                .filter(row -> row.close() > 0 && (!given.hasAdjustedClose() || row.adjustedClose() > 0))
                .map(RawBar::session)
                .max(LocalDate::compareTo)
                .filter(last -> !bars.isEmpty() && bars.getLast().session().isBefore(last))
                .filter(last -> verdict.result().quarantined().stream()
                        .anyMatch(one ->
                                one.row().session().equals(last) && !one.rule().equals(PartialDay.RULE)))
                .map(last -> "the row of " + last + " is set aside, and the last bar is of "
                        + bars.getLast().session() + ": correct that row, or forecast with --as-of "
                        + bars.getLast().session());
    }

    /** As a run that is as of the last row. */
    private Verdict judged(Retrieval given) {
        LocalDate last = given.bars().stream()
                .map(RawBar::session)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return new Judge(
                        new NyseCalendar(),
                        CleaningRules.standard(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .of(given, last, new Rulings(rulings.said(surroundings)));
    }

    private void tell(Stop stop) {
        surroundings
                .out()
                .println((stop.kind() == Stop.Kind.TOO_SHORT ? "  too short " : "  stops     ") + stop.message());
    }

    /** What a run changes in cells and rows; what it sets aside or notes is in doubt, or stops it. */
    private static List<CleaningEntry> changes(Verdict verdict) {
        return verdict.result().log().stream()
                .filter(entry -> verdict.repairs().log().contains(entry)
                        || (!entry.before().isEmpty()
                                && !entry.after().isEmpty()
                                && !entry.before().equals(entry.after())
                                && !entry.column().equals("row")))
                .toList();
    }

    private void tell(RepairResult result, List<CleaningEntry> log) {
        surroundings
                .out()
                .println(file.getFileName() + ": " + Figures.count(result.rows().size(), "row") + ", "
                        + Figures.count(log.size(), "change") + ", "
                        + Figures.count(result.doubts().size(), "doubt"));
        log.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.rule() + ", " + entry.column(), TreeMap::new, Collectors.counting()))
                .forEach((change, count) -> surroundings.out().println("  repaired  " + change + ": " + count));
        result.doubts().stream()
                .collect(Collectors.groupingBy(
                        doubt -> doubt.rule() + ", " + word(doubt), TreeMap::new, Collectors.toList()))
                .forEach(this::tell);
    }

    private void tell(String what, List<Doubt> doubts) {
        surroundings.out().println("  in doubt  " + what + ": " + doubts.size());
        doubts.stream()
                .limit(LISTED)
                .forEach(doubt -> surroundings
                        .out()
                        .println("    " + doubt.session() + ", line " + doubt.line() + ": " + doubt.evidence()));
    }

    private static String word(Doubt doubt) {
        return switch (doubt.then()) {
            case NOTE -> "too small to matter";
            case SET_ASIDE -> "a run sets these rows aside";
            case STOP -> "a run stops there";
        };
    }

    private static List<CleaningEntry> entries(Verdict verdict) {
        Stream<CleaningEntry> doubts = verdict.repairs().doubts().stream()
                .map(doubt -> new CleaningEntry(
                        doubt.session(),
                        doubt.column(),
                        doubt.value(),
                        doubt.value(),
                        doubt.rule(),
                        "line " + doubt.line() + ": in doubt, left as it is: " + doubt.evidence()));
        Stream<CleaningEntry> aside = aside(verdict).stream()
                .map(one -> new CleaningEntry(one.row().session(), "row", "", "", one.rule(), one.evidence()));
        return Stream.of(changes(verdict).stream(), doubts, aside)
                .flatMap(stream -> stream)
                .sorted(Comparator.comparing(CleaningEntry::session))
                .toList();
    }
}
