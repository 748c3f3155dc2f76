package candor.benchmarks.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.walkforward.ForecastPlan;
import candor.marketdata.csv.CsvBars;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MutantsTest {

    private static final int SESSIONS = 660;
    private static final Specimen STOCK = Specimen.synthetic(1);

    static Stream<Arguments> mutants() {
        return Mutants.ALL.stream()
                .map(mutant -> Arguments.of(mutant.name(), String.join(", ", mutant.guards()), mutant));
    }

    @ParameterizedTest(name = "{0} is caught by {1}")
    @MethodSource("mutants")
    void isCaught(String name, String guard, Mutant mutant) {
        MutantVerdict verdict = MutantVerdict.of(mutant, STOCK);
        assertThat(verdict.caught())
                .as("%s of %s; fired: %s", guard, name, verdict.fired())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withoutMistakeThereIsNoAlarm(long seed) {
        assertThat(Mutants.clean(Specimen.synthetic(seed))).allMatch(GuardResult::passed);
    }

    @Test
    void withoutMistakeThereIsNoAlarmOnSeagate() throws IOException {
        Path file = SharedFiles.require("data/prices/STX.csv");
        Retrieval whole = CsvBars.parse("STX.csv", Files.readAllBytes(file));
        for (int end : new int[] {whole.bars().size(), 4000}) {
            List<RawBar> rows = whole.bars().subList(end - SESSIONS, end);
            Retrieval given =
                    new Retrieval.OneFile(Retrieval.Place.CSV, rows, whole.hasAdjustedClose(), whole.provenance());
            assertThat(Mutants.clean(Specimen.of("STX", given, STOCK.calendar())))
                    .allMatch(GuardResult::passed);
        }
    }

    @Test
    void withoutMistakeTheMutantsPartsAreTheProducts() {
        ForecastPlan plan = STOCK.planWithPenalty(1000);
        ForecastingSystem product = ForecastingSystem.product(STOCK.calendar(), plan);
        Made made = product.make(STOCK.history());
        Made ridge = OwnRidge.refitted(made, plan, OwnRidge.COMPLETE);
        Made calibrated = OwnCalibration.recalibrated(made, plan, new OwnCalibration.WhenComplete());
        for (Made other : List.of(ridge, calibrated)) {
            assertThat(other.backtest()).isEqualTo(made.backtest());
        }
    }

    @Test
    void theCommandSaysWhatNoticedEachMutant() {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new MutantsCommand()).setOut(new PrintWriter(out));

        assertThat(line.execute("--seed", "2")).isZero();
        assertThat(out.toString().lines())
                .hasSize(Mutants.ALL.size() + 1)
                .anyMatch(each -> each.startsWith("caught  short-purge") && each.contains("fit audit"))
                .last()
                .asString()
                .startsWith("22 of 22 mutants caught, 0 false alarms");
    }
}
