/**
 * A made-up stock whose true volatility is known, for the demo and for tests. Start at
 * {@link candor.forecasting.synthetic.SyntheticStock}. Must not know models, files or clocks.
 */
@NullMarked
package candor.forecasting.synthetic;

import org.jspecify.annotations.NullMarked;
