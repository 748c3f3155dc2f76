/**
 * A small vector drawing model and what charts are built from: axes, panels, legends. Start at
 * {@link candor.reporting.plot.Figure} for what is drawn, at {@link candor.reporting.plot.Panel} for how data becomes
 * marks. Lengths are points (1/72 inch), the origin is the upper left corner, y grows downwards. Must not know reports.
 */
@NullMarked
package candor.reporting.plot;

import org.jspecify.annotations.NullMarked;
