// SPDX-License-Identifier: GPL-3.0-or-later
/** Laws of boosting, cases by hand, and what Smile and an exact search say. */
@NullMarked
package candor.forecasting.boosting;

import org.jspecify.annotations.NullMarked;
