/** How forecasts do over many symbols at once. Start at {@link candor.benchmarks.panel.PanelCommand}. */
@NullMarked
package candor.benchmarks.panel;

import org.jspecify.annotations.NullMarked;
