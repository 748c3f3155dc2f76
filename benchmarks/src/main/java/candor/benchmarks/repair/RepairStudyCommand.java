package candor.benchmarks.repair;

import candor.benchmarks.study.StudyOptions;
import candor.local.wiring.CommandRejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor bench repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Plants faults of each kind into generated and recorded histories and repairs them, and repairs"
                + " histories without a fault, of which no cell may change; exit code 1 if a bar is missed.",
        footer = {
            "",
            "Examples:",
            "  candor bench repair --cases 60 --clean 1000",
            "  candor bench repair --seed 5000000 --dir panel"
        })
public final class RepairStudyCommand implements Callable<Integer> {

    /** Seeds tried for each case that is asked for: not every history has room for every fault. */
    private static final int TRIES = 60;

    private static final int CHUNK = 100;
    private static final int LONGEST = 1500;

    @Option(
            names = "--cases",
            paramLabel = "N",
            description = "generated histories with a fault, of each kind; default: ${DEFAULT-VALUE}",
            defaultValue = "300")
    private int cases;

    @Option(
            names = "--clean",
            paramLabel = "N",
            description = "generated histories without a fault; default: ${DEFAULT-VALUE}",
            defaultValue = "10000")
    private int clean;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the first history; the next have the next ones; default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "a folder of real files without a fault; may be repeated")
    private List<Path> folders = List.of();

    @Mixin
    private StudyOptions options = new StudyOptions();

    private record OfFile(CleanFigures clean, List<Tally> byKind) {}

    private record Case(Third place, boolean hidden, RepairVerdict verdict) {}

    private record Planted(List<Case> cases) {

        Tally at(Third place) {
            return tally(each -> each.place() == place && !each.hidden());
        }

        Tally hidden() {
            return tally(Case::hidden);
        }

        private Tally tally(Predicate<Case> which) {
            return Tally.of(cases.stream().filter(which).map(Case::verdict).toList());
        }
    }

    @Override
    public Integer call() {
        if (cases < 1 || clean < 0) {
            throw new CommandRejected(
                    "--cases " + cases + ", --clean " + clean + ": give at least 1 case, and no negative number");
        }
        List<Path> files = Recorded.in(folders);
        List<Fault> faults = Fault.all();
        List<Long> chunks =
                LongStream.range(0, (clean + CHUNK - 1) / CHUNK).boxed().toList();
        CleanFigures generated =
                options.onEach(chunks, this::cleanChunk).stream().reduce(CleanFigures.NONE, CleanFigures::plus);
        List<Planted> planted = options.onEach(faults, this::planted);
        List<OfFile> recorded = options.onEach(files, file -> ofFile(file, faults));
        List<KindFigures> kinds = IntStream.range(0, faults.size())
                .mapToObj(k -> new KindFigures(
                        faults.get(k).kind(),
                        planted.get(k).at(Third.START),
                        planted.get(k).at(Third.MIDDLE),
                        planted.get(k).at(Third.END),
                        planted.get(k).hidden(),
                        recorded.stream().map(file -> file.byKind().get(k)).reduce(Tally.of(List.of()), Tally::plus)))
                .toList();
        RepairStudy study = new RepairStudy(
                seed,
                generated,
                recorded.stream().map(OfFile::clean).reduce(CleanFigures.NONE, CleanFigures::plus),
                kinds);
        options.print(study, study.lines());
        return study.holds() ? 0 : 1;
    }

    private CleanFigures cleanChunk(long chunk) {
        long first = seed + chunk * CHUNK;
        return LongStream.range(first, Math.min(seed + clean, first + CHUNK))
                .mapToObj(each -> CleanFigures.of(Generated.of(each)))
                .reduce(CleanFigures.NONE, CleanFigures::plus);
    }

    /** The first histories that have room for the fault, at each place in turn. */
    private Planted planted(Fault fault) {
        List<Case> planted = new ArrayList<>();
        List<Third> places = List.of(Third.values());
        for (long each = seed; each < seed + (long) TRIES * cases && planted.size() < cases; each++) {
            Third place = places.get(Math.floorMod(each, places.size()));
            planted.addAll(planted(fault, Generated.of(each), place, new Draw(~each)));
        }
        return new Planted(planted);
    }

    /** One, or none where the history has no room for the fault. */
    private static List<Case> planted(Fault fault, CleanHistory history, Third place, Draw draw) {
        Draft draft = new Draft(history);
        return fault.planting().plant(draft, place, draw)
                ? List.of(new Case(
                        place, draft.isHidden(), RepairVerdict.on(draft.given(), draft.right(), draft.adjusted())))
                : List.of();
    }

    private OfFile ofFile(Path path, List<Fault> faults) {
        CleanHistory whole = Recorded.read(path);
        long own = seed + whole.name().hashCode();
        List<Tally> byKind = new ArrayList<>();
        for (Fault fault : faults) {
            List<RepairVerdict> verdicts = new ArrayList<>();
            for (Third place : Third.values()) {
                Draw draw = new Draw(own + place.third());
                CleanHistory part = Recorded.part(whole, draw, LONGEST);
                planted(fault, part, place, draw).forEach(each -> verdicts.add(each.verdict()));
            }
            byKind.add(Tally.of(verdicts));
        }
        return new OfFile(CleanFigures.of(whole), byKind);
    }
}
