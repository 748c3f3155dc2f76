@NullMarked
package candor.forecasting.smile;

import org.jspecify.annotations.NullMarked;
