package candor.forecasting.guard;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;

/**
 * No forecast is a copy of the last outcome known at its origin: correlated with it above .95 and less than half as far
 * from it as from the outcome that it is to forecast.
 */
record LagDetector() implements Audit {

    static final String NAME = "lag detector";

    private static final double CORRELATION = 0.95;
    private static final double NEARER = 0.5;

    @Override
    public GuardResult check(Made made) {
        List<BacktestRow> rows = ShortestHorizon.of(made.backtest().rows());
        for (Candidate candidate : Candidates.MEANS) {
            Pairs known = new Pairs();
            Pairs next = new Pairs();
            pair(rows, candidate, known, next);
            if (known.correlation() > CORRELATION && known.distance() < NEARER * next.distance()) {
                return GuardResult.broken(
                        NAME,
                        "The forecast of " + candidate.key() + " is a copy of the last outcome known: correlation "
                                + known.correlation() + ", distance " + known.distance() + " from it and "
                                + next.distance() + " from the next one.");
            }
        }
        return GuardResult.held(NAME, "No forecast is a copy of the last outcome known at its origin.");
    }

    private static void pair(List<BacktestRow> rows, Candidate candidate, Pairs known, Pairs next) {
        int horizon = rows.getFirst().horizon();
        for (int i = horizon; i < rows.size(); i++) {
            BacktestRow row = rows.get(i);
            if (Double.isFinite(row.realised())) {
                double forecast = row.forecast(candidate);
                known.add(forecast, rows.get(i - horizon).realised());
                next.add(forecast, row.realised());
            }
        }
    }
}
