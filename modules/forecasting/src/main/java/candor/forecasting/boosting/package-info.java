// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Gradient boosted regression trees of least squares on histograms: every column is cut into at most a hundred bins once,
 * and a split is looked for among the bins' bounds (as LightGBM, Ke et al. 2017). One thread, sums in a fixed order, no
 * native code: the same rows give the same trees on every machine. Start at {@link candor.forecasting.boosting.Boosting}.
 * Must not know prices, schedules or calibration.
 */
@NullMarked
package candor.forecasting.boosting;

import org.jspecify.annotations.NullMarked;
