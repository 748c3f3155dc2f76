package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;

/** A guard that looks at what was made, and has nothing made again. */
sealed interface Audit
        permits FinishedSessions, FitAudit, CompleteTargets, LabelIsNoFeature, LevelOutcomes, LagDetector, TooGood {

    GuardResult check(Made made);
}
