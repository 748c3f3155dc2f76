package candor.benchmarks.mutant;

import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.MeanMethod;
import candor.forecasting.walkforward.RefitSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Mistakes in what the models are fitted on, and when. */
final class TrainingMistakes {

    private static final long SEED = 42;
    private static final double TRAINING_SHARE = 0.7;
    private static final List<Double> PENALTIES = List.of(1.0, 10.0, 100.0, 1e3, 1e4, 1e5);

    private TrainingMistakes() {}

    static List<Mutant> all() {
        return List.of(
                refitted(
                        "shuffled-split",
                        "Training rows are a random 70 % of all sessions, later ones among them.",
                        "prefix invariance",
                        TrainingMistakes::shuffled),
                refitted(
                        "missing-purge",
                        "A refit uses all rows up to its origin, with labels that reach beyond it.",
                        "prefix invariance",
                        (moments, made, refit, horizon) -> upTo(refit, moments, made, horizon)),
                refitted(
                        "short-purge",
                        "The purge is one session too short: the last label ends a session after the origin.",
                        "fit audit",
                        (moments, made, refit, horizon) -> upTo(refit - horizon + 1, moments, made, horizon)),
                refitted(
                        "label-not-shifted",
                        "The label of a row is the return that ends at its session, which is a feature.",
                        "lag detector",
                        TrainingMistakes::withTodaysReturn),
                Mutant.forecasting(
                        "other-symbols-rows",
                        "Training rows of the symbols asked for before stay in the window.",
                        "symbol independence",
                        TrainingMistakes::withRowsOfOthers),
                Mutant.forecasting(
                        "penalty-on-all-data",
                        "The ridge's penalty is the one with the least error over the whole back-test.",
                        "prefix invariance",
                        TrainingMistakes::withBestPenalty),
                Mutant.forecasting(
                        "refits-from-the-end",
                        "Refit origins are counted from the last session backwards.",
                        "prefix invariance",
                        TrainingMistakes::refittedFromTheEnd));
    }

    private static Mutant refitted(String name, String mistake, String guard, OwnRidge.TrainingRows rows) {
        return Mutant.forecasting(name, mistake, guard, stock -> {
            ForecastingSystem product = ForecastingSystem.product(stock.calendar(), stock.plan());
            return history ->
                    OwnRidge.refitted(product.make(history), stock.plan().settings(), rows);
        });
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
        for (int origin = horizon; origin <= refit; origin++) {
            OwnRidge.add(moments, made, origin, Targets.logReturn(made.history(), origin - horizon, origin));
        }
    }

    private static ForecastingSystem withRowsOfOthers(Specimen stock) {
        ForecastingSystem product = ForecastingSystem.product(stock.calendar(), stock.plan());
        List<Made> before = new ArrayList<>();
        return history -> {
            Made made = product.make(history);
            Made mixed = OwnRidge.refitted(made, stock.plan().settings(), (moments, own, refit, horizon) -> {
                before.forEach(other -> OwnRidge.COMPLETE.addTo(moments, other, refit, horizon));
                OwnRidge.COMPLETE.addTo(moments, own, refit, horizon);
            });
            before.add(made);
            return mixed;
        };
    }

    private static ForecastingSystem withBestPenalty(Specimen stock) {
        return history -> {
            Made best = withPenalty(stock, history, PENALTIES.getFirst());
            for (double penalty : PENALTIES.subList(1, PENALTIES.size())) {
                Made next = withPenalty(stock, history, penalty);
                best = squaredErrors(next) < squaredErrors(best) ? next : best;
            }
            return best;
        };
    }

    private static Made withPenalty(Specimen stock, PriceHistory history, double penalty) {
        ForecastPlan plan = stock.plan();
        ForecastPlan other = new ForecastPlan(
                plan.settings().withRidgePenalty(penalty), plan.schedule(), plan.champions(), plan.without());
        return ForecastingSystem.product(stock.calendar(), other).make(history);
    }

    private static double squaredErrors(Made made) {
        double sum = 0;
        for (BacktestRow row : made.backtest().rows()) {
            double error = row.realised() - row.mean(MeanMethod.RIDGE);
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
