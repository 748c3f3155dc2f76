package candor.benchmarks.mutant;

import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.Targets;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.RefitSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Mistakes in what the models are fitted on, and when. */
final class TrainingMistakes {

    private static final long SEED = 42;
    private static final double TRAINING_SHARE = 0.7;
    private static final double PENALTY = 1000;

    /** So little that the ridge gives its weight to the feature that is the label. */
    private static final double HARDLY_ANY_PENALTY = 1;

    private TrainingMistakes() {}

    static List<Mutant> all() {
        return List.of(
                refitted(
                        "shuffled-split",
                        "Training rows are a random 70 % of all sessions, later ones among them.",
                        List.of("prefix invariance"),
                        PENALTY,
                        TrainingMistakes::shuffled),
                refitted(
                        "missing-purge",
                        "A refit uses all rows up to its origin, with labels that reach beyond it.",
                        List.of("prefix invariance", "fit audit"),
                        PENALTY,
                        (moments, made, refit, horizon) -> upTo(refit, moments, made, horizon)),
                refitted(
                        "short-purge",
                        "The purge is one session too short: the last label ends a session after the origin.",
                        List.of("prefix invariance", "fit audit"),
                        PENALTY,
                        (moments, made, refit, horizon) -> upTo(refit - horizon + 1, moments, made, horizon)),
                refitted(
                        "label-not-shifted",
                        "The label of a row is the return that ends at its session, which is a feature.",
                        List.of("lag detector"),
                        HARDLY_ANY_PENALTY,
                        TrainingMistakes::withTodaysReturn),
                new Mutant(
                        "other-symbols-rows",
                        "Training rows of the symbols asked for before stay in the window.",
                        List.of("symbol independence"),
                        Mutant.forecasting(TrainingMistakes::withRowsOfOthers)),
                new Mutant(
                        "penalty-on-all-data",
                        "The ridge's penalty is the one with the least error over the whole back-test.",
                        List.of("prefix invariance"),
                        Mutant.forecasting(TrainingMistakes::withBestPenalty)),
                new Mutant(
                        "refits-from-the-end",
                        "Refit origins are counted from the last session backwards.",
                        List.of("prefix invariance"),
                        Mutant.forecasting(TrainingMistakes::refittedFromTheEnd)));
    }

    private static Mutant refitted(
            String name, String mistake, List<String> guards, double penalty, OwnRidge.TrainingRows rows) {
        return new Mutant(name, mistake, guards, Mutant.forecasting(stock -> {
            ForecastPlan plan = stock.planWithPenalty(penalty);
            ForecastingSystem product = ForecastingSystem.product(stock.calendar(), plan);
            return history -> OwnRidge.refitted(product.make(history), plan, rows);
        }));
    }

    private static void upTo(int last, CoMoments moments, Made made, int horizon) {
        for (int origin = 0; origin <= last; origin++) {
            OwnRidge.add(moments, made, origin, horizon);
        }
    }

    private static void shuffled(CoMoments moments, Made made, int refit, int horizon) {
        Random random = new Random(SEED);
        for (int origin = 0; origin < made.history().size(); origin++) {
            if (random.nextDouble() < TRAINING_SHARE) {
                OwnRidge.add(moments, made, origin, horizon);
            }
        }
    }

    private static void withTodaysReturn(CoMoments moments, Made made, int refit, int horizon) {
        for (int origin = horizon; origin <= refit - horizon; origin++) {
            OwnRidge.add(moments, made, origin, Targets.logReturn(made.history(), origin - horizon, origin));
        }
    }

    private static ForecastingSystem withRowsOfOthers(Specimen stock) {
        ForecastPlan plan = stock.planWithPenalty(PENALTY);
        ForecastingSystem product = ForecastingSystem.product(stock.calendar(), plan);
        List<Made> before = new ArrayList<>();
        return history -> {
            Made made = product.make(history);
            Made mixed = OwnRidge.refitted(made, plan, (moments, own, refit, horizon) -> {
                before.forEach(other -> OwnRidge.COMPLETE.addTo(moments, other, refit, horizon));
                OwnRidge.COMPLETE.addTo(moments, own, refit, horizon);
            });
            before.add(made);
            return mixed;
        };
    }

    private static ForecastingSystem withBestPenalty(Specimen stock) {
        return history -> OwnRidge.penalties(stock.plan().settings()).stream()
                .map(penalty -> ForecastingSystem.product(stock.calendar(), stock.planWithPenalty(penalty))
                        .make(history))
                .min(Comparator.comparingDouble(TrainingMistakes::squaredErrors))
                .orElseThrow();
    }

    private static double squaredErrors(Made made) {
        double sum = 0;
        for (BacktestRow row : made.backtest().rows()) {
            double error = row.realised() - row.forecast(OwnRidge.RIDGE);
            sum += row.horizon() == 1 && Double.isFinite(error) ? error * error : 0;
        }
        return sum;
    }

    private static ForecastingSystem refittedFromTheEnd(Specimen stock) {
        int every = stock.plan().settings().refitEvery();
        return history -> {
            SortedSet<LocalDate> targets = new TreeSet<>();
            for (int t = history.size() - 1; t > 0; t -= every) {
                targets.add(history.session(t));
            }
            ForecastPlan plan = stock.plan().withSchedule(RefitSchedule.onTargetDates(targets));
            return ForecastingSystem.product(stock.calendar(), plan).make(history);
        };
    }
}
