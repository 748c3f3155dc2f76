package candor.benchmarks.mutant;

import candor.cleaning.CleaningResult;
import candor.cleaning.guard.DataGuards;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.guard.Guards;
import java.util.List;
import java.util.function.Function;

/**
 * A pipeline with one mistake.
 *
 * @param name unique
 * @param mistake what it does wrong, as a sentence
 * @param guards names of those that have to notice; others may, too
 * @param trial lets it run on a stock and asks all guards that look at its part of the pipeline
 */
public record Mutant(String name, String mistake, List<String> guards, Trial trial) {

    public Mutant {
        guards = List.copyOf(guards);
    }

    /** A run under guard. */
    @FunctionalInterface
    public interface Trial {

        /** What each guard found. */
        List<GuardResult> on(Specimen stock);
    }

    /** All guards of forecasts on a system made for the stock. */
    static Trial forecasting(Function<Specimen, ForecastingSystem> mistaken) {
        return stock -> Guards.of(
                mistaken.apply(stock),
                stock.history(),
                stock.calendar(),
                stock.plan().settings().refitEvery());
    }

    /** All guards of cleaned bars on what was made of the stock's rows. */
    static Trial cleaning(Function<Specimen, CleaningResult> mistaken) {
        return stock -> DataGuards.of(stock.given(), mistaken.apply(stock), stock.calendar());
    }
}
