/**
 * The predict function behind API Gateway: events in, responses out. What it answers is in
 * {@link candor.serving.api.ForecastApi}.
 */
@NullMarked
package candor.function.predict;

import org.jspecify.annotations.NullMarked;
