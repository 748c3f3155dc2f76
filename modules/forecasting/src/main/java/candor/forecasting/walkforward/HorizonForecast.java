package candor.forecasting.walkforward;

import candor.forecasting.calibration.Multipliers;
import candor.forecasting.calibration.PredictiveDistribution;
import candor.forecasting.calibration.TailRisk;
import candor.forecasting.candidate.Forecasts;
import java.util.Optional;

/**
 * The forecast of one horizon at one origin. All numbers are log returns over the horizon; NaN where a candidate is left
 * out or a feature is not defined.
 *
 * @param horizon sessions, &ge; 1
 * @param champion whose forecast it is
 * @param candidates what each candidate forecasts
 * @param centre the champion's mean
 * @param sigma the champion's standard deviation
 * @param multipliers of sigma; empty before calibration starts
 * @param distribution empty before calibration starts or where the champion has no forecast
 * @param tails value at risk and expected shortfall; there where the distribution is
 * @param drivers of the champion's mean and standard deviation; none where there is no distribution
 */
public record HorizonForecast(
        int horizon,
        Champion champion,
        Forecasts candidates,
        double centre,
        double sigma,
        Multipliers multipliers,
        Optional<PredictiveDistribution> distribution,
        Optional<TailRisk> tails,
        Drivers drivers) {}
