// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.forms;

import candor.cleaning.CleaningCounts;
import candor.cleaning.CleaningRules;
import candor.cleaning.log.RuleCount;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.marketdata.csv.CsvBars;
import candor.pipeline.stage.CleanStage;
import candor.pipeline.stage.CleaningDocument;
import candor.pipeline.stage.IngestStage;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.StageResult;
import candor.pipeline.stage.Workshop;
import candor.pipeline.table.CleaningTable;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.PermanentFailure;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.run.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands files to the product's reader and to its stages Ingest and Clean, as a run would, but files of any length. */
final class FileTrial {

    private static final double SAME = 1e-9;
    private static final String SYMBOL = "XYZ";

    private final TradingCalendar calendar = new NyseCalendar();
    private final Map<LocalDate, RawBar> clean;
    private final Workshop workshop;
    private int trials;

    /** What the file gave, as a source of bars. */
    private record Given(Retrieval retrieval) implements BarSource {
        @Override
        public Retrieval retrieve(BarRequest request) {
            return retrieval;
        }
    }

    /**
     * @param clean bars to hold those of files against
     * @param store for checkpoints
     */
    FileTrial(Map<LocalDate, RawBar> clean, ObjectStore store) {
        this.clean = clean;
        // By then every session that the calendar knows is over.
        Clock clock = Clock.fixed(calendar.lastDay().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        this.workshop = new Workshop(store, clock, new Host("", "", ""), notice -> {});
    }

    /** @param folder name of the file's folder, which says what is asked of it */
    FileOutcome of(String folder, Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        Retrieval given;
        try {
            given = CsvBars.parse(file, Files.readAllBytes(path));
        } catch (PermanentFailure rejected) {
            return FileOutcome.rejected(folder, file, String.valueOf(rejected.getMessage()));
        }
        List<RawBar> compared = given.bars().stream()
                .filter(bar -> clean.containsKey(bar.session()))
                .toList();
        int wrong = (int) compared.stream().filter(this::differs).count();
        try {
            return judged(folder, file, given, compared.size(), wrong);
        } catch (PermanentFailure stopped) {
            return new FileOutcome(
                    folder,
                    file,
                    "stopped",
                    given.bars().size(),
                    compared.size(),
                    wrong,
                    0,
                    0,
                    List.of(String.valueOf(stopped.getMessage())));
        }
    }

    private FileOutcome judged(String folder, String file, Retrieval given, int compared, int wrong) {
        Symbol symbol = symbol(given);
        String execution = "trial-" + ++trials;
        IngestStage ingest = new IngestStage(workshop, new Given(given), calendar);
        StageResult taken = ingest.run(request(execution, symbol, null, new TreeMap<>()));
        SortedMap<String, CheckpointRef> before = new TreeMap<>(Map.of(StageName.INGEST.key(), taken.checkpoint()));
        StageResult cleaned = new CleanStage(workshop, calendar, CleaningRules.ofAnyLength())
                .run(request(execution, symbol, taken.asOf(), before));
        CleaningCounts counts = read(cleaned, CleaningDocument.KEY).counts();
        List<String> said = new ArrayList<>();
        String line = taken.summary();
        int remarks = line.indexOf("; ");
        if (remarks >= 0) {
            said.add(line.substring(remarks + 2));
        }
        RuleCount.of(read(cleaned, CleaningTable.KEY)).forEach(rule -> said.add(rule.text()));
        return new FileOutcome(
                folder,
                file,
                "read",
                given.bars().size(),
                compared,
                wrong,
                counts.repaired(),
                counts.quarantined(),
                said);
    }

    private <T> T read(StageResult result, ArtefactKey<T> key) {
        Checkpoints checkpoints = workshop.checkpoints();
        return checkpoints.read(checkpoints.get(result.checkpoint()), key);
    }

    /** The file's own, where it says one that can be. */
    private static Symbol symbol(Retrieval given) {
        try {
            return Symbol.of(Provenance.SYMBOL.in(given.provenance()).orElse(SYMBOL));
        } catch (IllegalArgumentException none) {
            return Symbol.of(SYMBOL);
        }
    }

    private static StageRequest request(
            String execution, Symbol symbol, @Nullable LocalDate asOf, SortedMap<String, CheckpointRef> checkpoints) {
        return new StageRequest(execution, symbol, asOf, "file", null, 0, List.of(), null, checkpoints);
    }

    private boolean differs(RawBar bar) {
        RawBar right = clean.get(bar.session());
        return right == null
                || !(near(bar.open(), right.open())
                        && near(bar.high(), right.high())
                        && near(bar.low(), right.low())
                        && near(bar.close(), right.close())
                        && near(bar.volume(), right.volume()));
    }

    /** An unknown price is none that is wrong. */
    private static boolean near(double one, double other) {
        return Double.isNaN(one) || Math.abs(one - other) <= SAME * Math.abs(other);
    }
}
