package candor.serving.api;

import candor.pipeline.report.ForecastDocument;
import candor.store.checkpoint.CheckpointRef;

/**
 * A forecast that is served, and how old it is.
 *
 * @param checkpoint of the Forecast stage that made it
 * @param sha256 of the stored forecast.json
 * @param sessionsBehind finished sessions after the forecast's last visible one, &ge; 0
 * @param stale whether it lags more than the one session between a close and the evening's run
 */
public record ServedForecast(
        CheckpointRef checkpoint, String sha256, ForecastDocument forecast, int sessionsBehind, boolean stale) {}
