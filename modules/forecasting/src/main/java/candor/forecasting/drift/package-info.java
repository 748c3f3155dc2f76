/**
 * How far a sample has moved from another one: {@link candor.forecasting.drift.PopulationStability} and
 * {@link candor.forecasting.drift.TwoSampleKolmogorovSmirnov}. Both describe; neither says whether a forecast suffers. Must
 * not know what the samples are of.
 */
@NullMarked
package candor.forecasting.drift;

import org.jspecify.annotations.NullMarked;
