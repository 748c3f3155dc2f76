package candor.benchmarks.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.guard.GuardResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutantsTest {

    private static final Specimen STOCK = Specimen.synthetic(1);

    static Stream<Arguments> mutants() {
        return Mutants.ALL.stream().map(mutant -> Arguments.of(mutant.name(), mutant.guard(), mutant));
    }

    @ParameterizedTest(name = "{0} is caught by ''{1}''")
    @MethodSource("mutants")
    void isCaught(String name, String guard, Mutant mutant) {
        Verdict verdict = Verdict.of(mutant, STOCK);
        System.out.println(name + " -> " + verdict.fired());
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
    void withoutMistakeTheMutantsPartsAreTheProducts() {
        ForecastingSystem product = ForecastingSystem.product(STOCK.calendar(), STOCK.plan());
        Made made = product.make(STOCK.history());
        Made ridge = OwnRidge.refitted(made, STOCK.plan().settings(), OwnRidge.COMPLETE);
        Made calibrated = OwnCalibration.recalibrated(made, STOCK.plan().settings(), new OwnCalibration.WhenComplete());
        for (Made other : List.of(ridge, calibrated)) {
            assertThat(other.backtest()).isEqualTo(made.backtest());
        }
    }
}
