package candor.benchmarks.mutant;

import candor.cleaning.guard.DataGuards;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.Guards;
import java.util.List;
import java.util.stream.Stream;

/** All known mistakes, and the pipeline without one. */
public final class Mutants {

    /** One for each mistake. */
    public static final List<Mutant> ALL = Stream.of(
                    FeatureMistakes.all(),
                    TrainingMistakes.all(),
                    CalibrationMistakes.all(),
                    PriorMistakes.all(),
                    LevelMistakes.all(),
                    CleaningMistakes.all())
            .flatMap(List::stream)
            .toList();

    private Mutants() {}

    /** What the guards say of each mutant on a stock. */
    public static List<MutantVerdict> judge(Specimen stock) {
        return ALL.stream().map(mutant -> MutantVerdict.of(mutant, stock)).toList();
    }

    /** What the same guards find in Candor itself: nothing should fire. */
    public static List<GuardResult> clean(Specimen stock) {
        ForecastingSystem product = ForecastingSystem.product(stock.calendar(), stock.plan());
        return Stream.concat(
                        DataGuards.of(stock.given(), stock.cleaned(), stock.calendar()).stream(),
                        Guards.of(
                                product,
                                stock.history(),
                                stock.calendar(),
                                stock.plan().settings().refitEvery())
                                .stream())
                .toList();
    }
}
