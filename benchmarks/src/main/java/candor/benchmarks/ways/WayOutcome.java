// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

/**
 * How a file ended by one way.
 *
 * @param silent whether a forecast came that is not the wanted one, or one came where none was wanted
 */
record WayOutcome(Way way, Ending ending, boolean silent) {

    static WayOutcome of(Way way, Ending ending, Ending wanted) {
        return new WayOutcome(
                way,
                ending,
                switch (ending) {
                    case Ending.Stopped stopped -> false;
                    case Ending.Forecast forecast ->
                        !(wanted instanceof Ending.Forecast right
                                && forecast.figures().isNear(right.figures()));
                });
    }
}
