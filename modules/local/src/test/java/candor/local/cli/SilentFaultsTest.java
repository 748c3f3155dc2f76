// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.local.cli.SilentFaults.Ending;
import candor.local.cli.SilentFaults.Fault;
import candor.marketdata.csv.CsvBars;
import candor.pipeline.stage.CleanStage;
import candor.pipeline.stage.IngestStage;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.StageResult;
import candor.pipeline.stage.Workshop;
import candor.pipeline.table.HistoryTables;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.PermanentFailure;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.Retrieval;
import candor.store.run.Host;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files with one fault each, through Ingest and Clean. A forecast is a function of the bars: where they are those of the clean
 * file, so is the forecast.
 */
class SilentFaultsTest {

    /** Two closes of two decimals each are rounded. */
    private static final double ROUNDING = 5e-4;

    private static final Instant NOW = Instant.parse("2026-04-25T08:00:00Z");

    /** What became of a file: bars and what was said, or a stop. */
    private record Result(@Nullable PriceHistory bars, String said) {}

    private record Given(Retrieval retrieval) implements BarSource {
        @Override
        public Retrieval retrieve(BarRequest request) {
            return retrieval;
        }
    }

    private static Result tried(List<String> lines) {
        ObjectStore store = new MemoryStore();
        Workshop workshop = new Workshop(store, Clock.fixed(NOW, ZoneOffset.UTC), new Host("", "", ""), notice -> {});
        NyseCalendar calendar = new NyseCalendar();
        try {
            Retrieval given = CsvBars.parse("F.csv", (String.join("\n", lines) + "\n").getBytes(UTF_8));
            StageResult taken =
                    new IngestStage(workshop, new Given(given), calendar).run(request(null, new TreeMap<>()));
            StageResult cleaned = new CleanStage(workshop, calendar, CleaningRules.standard())
                    .run(request(taken.asOf(), new TreeMap<>(Map.of(StageName.INGEST.key(), taken.checkpoint()))));
            Checkpoints checkpoints = new Checkpoints(store, notice -> {});
            var checkpoint = checkpoints.get(cleaned.checkpoint());
            return new Result(
                    PriceHistory.of(
                            checkpoints.read(checkpoint, HistoryTables.BARS),
                            checkpoints.read(checkpoint, HistoryTables.ADJUSTED)),
                    taken.summary() + "\n" + cleaned.summary());
        } catch (PermanentFailure stopped) {
            return new Result(null, String.valueOf(stopped.getMessage()));
        }
    }

    private static StageRequest request(@Nullable LocalDate asOf, SortedMap<String, CheckpointRef> checkpoints) {
        return new StageRequest("e", Symbol.of("XYZ"), asOf, "file", null, 0, List.of(), null, checkpoints);
    }

    static List<Fault> faults() {
        return SilentFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noFaultEndsInAnotherForecastWithoutAWord(Fault fault) {
        Result clean = tried(SilentFaults.clean());
        Result result = tried(fault.lines());

        boolean well = switch (fault.ending()) {
            case Ending.Stops(String words) -> stops(result, words);
            case Ending.Same() -> same(result, clean);
            case Ending.StopsOrSame(String words) -> stops(result, words) || same(result, clean);
            case Ending.Says(String words) -> result.said().contains(words);
        };

        assertThat(well).as("it says: %s", result.said()).isTrue();
    }

    @Test
    void theCleanFileIsReadAsItIs() {
        Result clean = tried(SilentFaults.clean());

        assertThat(clean.bars()).isNotNull();
        assertThat(clean.said()).contains("1,200 bars kept, 0 cells repaired").doesNotContain("; ");
    }

    private static boolean stops(Result result, String words) {
        return result.bars() == null && result.said().contains(words);
    }

    /** Whether all returns and ranges are those of the other. */
    private static boolean same(Result result, Result other) {
        PriceHistory bars = result.bars();
        PriceHistory wanted = other.bars();
        if (bars == null || wanted == null || bars.size() != wanted.size()) {
            return false;
        }
        double worst = 0;
        for (int i = 1; i < bars.size(); i++) {
            worst = Math.max(worst, Math.abs(move(bars, i) - move(wanted, i)));
            worst = Math.max(worst, Math.abs(range(bars, i) - range(wanted, i)));
        }
        return worst < ROUNDING;
    }

    private static double move(PriceHistory bars, int i) {
        return StrictMath.log(bars.adjustedClose(i) / bars.adjustedClose(i - 1));
    }

    private static double range(PriceHistory bars, int i) {
        return StrictMath.log(bars.high(i) / bars.low(i));
    }
}
