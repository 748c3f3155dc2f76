@NullMarked
package candor.reporting.chart;

import org.jspecify.annotations.NullMarked;
