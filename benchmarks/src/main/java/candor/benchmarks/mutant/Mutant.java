package candor.benchmarks.mutant;

import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.Guards;
import candor.pipeline.cleaning.CleaningResult;
import candor.pipeline.guard.DataGuards;
import java.util.List;
import java.util.function.Function;

/**
 * A pipeline with one mistake.
 *
 * @param name unique
 * @param mistake what it does wrong, as a sentence
 * @param guard the name of the guard that has to notice; others may, too
 * @param trial lets it run on a stock and asks all guards that look at its part of the pipeline
 */
public record Mutant(String name, String mistake, String guard, Trial trial) {

    /** A run under guard. */
    @FunctionalInterface
    public interface Trial {

        /** What each guard found. */
        List<GuardResult> on(Specimen stock);
    }

    /** A forecasting system with a mistake. */
    static Mutant forecasting(
            String name, String mistake, String guard, Function<Specimen, ForecastingSystem> mistaken) {
        return new Mutant(
                name,
                mistake,
                guard,
                stock -> Guards.of(
                        mistaken.apply(stock),
                        stock.history(),
                        stock.calendar(),
                        stock.plan().settings().refitEvery()));
    }

    /** A cleaner with a mistake. */
    static Mutant cleaning(String name, String mistake, String guard, Function<Specimen, CleaningResult> mistaken) {
        return new Mutant(
                name, mistake, guard, stock -> DataGuards.of(stock.given(), mistaken.apply(stock), stock.calendar()));
    }
}
