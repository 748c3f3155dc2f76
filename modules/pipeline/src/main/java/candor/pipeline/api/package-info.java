/**
 * What is served over HTTP, without HTTP: a request in, a response out. The same code answers behind API Gateway and in
 * the local console. Start at {@link candor.pipeline.api.ForecastApi}. Must not know HTTP servers, nor API Gateway.
 */
@NullMarked
package candor.pipeline.api;

import org.jspecify.annotations.NullMarked;
