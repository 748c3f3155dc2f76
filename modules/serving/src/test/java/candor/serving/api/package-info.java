/** Tests of what is served, and made-up forecasts to serve. */
@NullMarked
package candor.serving.api;

import org.jspecify.annotations.NullMarked;
