/** HAR-P against the study's values. */
@NullMarked
package candor.forecasting.harp;

import org.jspecify.annotations.NullMarked;
