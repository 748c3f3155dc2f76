package candor.forecasting.walkforward;

import candor.forecasting.calibration.AdaptiveConformal;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.Multipliers;
import candor.forecasting.calibration.Occasion;
import candor.forecasting.calibration.Pool;
import candor.forecasting.calibration.PredictiveDistribution;
import candor.forecasting.calibration.TailState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A walk-forward's rows as they would be with another champion: the same origins and candidates, intervals calibrated
 * anew on the forecasts of that mean and scale, step by step as the walk-forward does. With the champion that walked it
 * gives the same bits.
 *
 * @param rows of one horizon, with sigma and quantiles of the champion
 * @param state of the calibration at the last row
 */
public record Recalibration(List<BacktestRow> rows, ConformalState state) {

    static final List<Double> NO_QUANTILES = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);
    static final List<Double> NO_TAILS = Collections.nCopies(TailState.PROBABILITIES.size(), Double.NaN);

    public Recalibration {
        rows = List.copyOf(rows);
    }

    /**
     * Replays one horizon's rows.
     *
     * @param rows of a walk-forward, all horizons or one, one row for each session and horizon in time order
     * @param settings that the walk-forward had
     */
    public static Recalibration of(List<BacktestRow> rows, int horizon, Champion champion, ForecastSettings settings) {
        return of(rows, horizon, champion, settings, champion.scale().pool(horizon, settings.levels()));
    }

    /**
     * The same with other scores beside the own ones than the champion's.
     *
     * @param pool of that horizon and the settings' levels
     */
    public static Recalibration of(
            List<BacktestRow> rows, int horizon, Champion champion, ForecastSettings settings, Pool pool) {
        List<BacktestRow> own =
                rows.stream().filter(row -> row.horizon() == horizon).toList();
        HorizonCalibration calibration = new HorizonCalibration(horizon, settings, pool);
        List<BacktestRow> replayed = new ArrayList<>(own.size());
        for (int t = 0; t < own.size(); t++) {
            BacktestRow row = own.get(t);
            calibration.learn(t, origin -> own.get(origin).realised());
            double centre = row.forecast(champion.mean());
            double sigma = row.forecast(champion.scale());
            AdaptiveConformal conformal = calibration.conformal();
            Occasion occasion = Forecasting.occasion(row.origin(), horizon, sigma, row.longMean());
            Multipliers multipliers = conformal.multipliers(occasion);
            boolean complete = Forecasting.isComplete(centre, sigma, multipliers);
            replayed.add(row.with(
                    sigma,
                    complete ? quantiles(conformal.distribution(centre, sigma, multipliers, occasion)) : NO_QUANTILES,
                    complete
                            ? conformal
                                    .tailRisk(centre, sigma, multipliers, occasion)
                                    .quantiles()
                            : NO_TAILS));
            calibration.issue(t, centre, sigma, multipliers);
        }
        return new Recalibration(replayed, calibration.conformal().state());
    }

    static List<Double> quantiles(PredictiveDistribution distribution) {
        return BacktestRow.PROBABILITIES.stream().map(distribution::quantile).toList();
    }
}
