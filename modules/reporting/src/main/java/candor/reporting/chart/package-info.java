/**
 * The charts of a report, each from the report's model to a {@link candor.reporting.plot.Figure}. Start at
 * {@link candor.reporting.chart.FanChart}. Must not know how a figure is written.
 */
@NullMarked
package candor.reporting.chart;

import org.jspecify.annotations.NullMarked;
