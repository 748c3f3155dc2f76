/**
 * The scale of the next sessions' return: range proxy, EWMA, log-HAR with leverage. Start at
 * {@link candor.forecasting.volatility.LogHarLearner}. Must not know means, calibration or schedules.
 */
@NullMarked
package candor.forecasting.volatility;

import org.jspecify.annotations.NullMarked;
