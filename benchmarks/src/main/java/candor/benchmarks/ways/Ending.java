// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

/** How one way ended on a file. */
sealed interface Ending {

    /** What a person reads of it. */
    String words();

    /** No forecast. */
    record Stopped(String words) implements Ending {}

    /**
     * A forecast.
     *
     * @param words what was said of the bars on the way; empty for nothing
     */
    record Forecast(ForecastFigures figures, String words) implements Ending {}
}
