package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;

/**
 * Outcomes are changes, not levels. A level is explained by the level before, so that R&sup2; of .99 says nothing: the
 * random walk has it, too.
 */
record LevelOutcomes() implements Audit {

    static final String NAME = "outcomes are no levels";

    private static final double LIMIT = 0.5;

    @Override
    public GuardResult check(Made made) {
        List<BacktestRow> rows = ShortestHorizon.of(made.backtest().rows());
        int horizon = rows.getFirst().horizon();
        Pairs pairs = new Pairs();
        for (int i = horizon; i < rows.size(); i++) {
            pairs.add(rows.get(i - horizon).realised(), rows.get(i).realised());
        }
        double explained = pairs.explained();
        return explained > LIMIT
                ? GuardResult.broken(
                        NAME,
                        "The outcome before explains " + explained + " of the variance of the next one: these are"
                                + " levels, and the random walk itself has this R2.")
                : GuardResult.held(NAME, "R2 of the outcome before as forecast of the next one is " + explained + ".");
    }
}
