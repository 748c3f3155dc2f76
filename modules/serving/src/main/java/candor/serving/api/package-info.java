/**
 * What is served over HTTP, without HTTP: a request in, a response out. The same code answers behind API Gateway and in
 * the local console; api/openapi.yaml specifies it. Start at {@link candor.serving.api.ForecastApi}; forecasts from a
 * user's own bars are made by {@link candor.serving.api.Predictions}. Must not know HTTP servers, nor API Gateway.
 */
@NullMarked
package candor.serving.api;

import org.jspecify.annotations.NullMarked;
