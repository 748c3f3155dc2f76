package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;

/** A guard that has the system make its forecasts again, of an altered history. */
sealed interface Replay permits PrefixInvariance, ScaleInvariance, SymbolIndependence, UpToDateFeatures, DatedPrior {

    /**
     * @param system that made it
     * @param made of the history as it is
     */
    GuardResult check(ForecastingSystem system, Made made);
}
