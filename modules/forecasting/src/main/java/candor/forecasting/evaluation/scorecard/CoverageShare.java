// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.test.Proportion;

/**
 * How many outcomes an interval held.
 *
 * @param outcomes behind the share, &ge; 1
 * @param coverage share of outcomes inside, with a 95 % interval that counts only outcomes that do not overlap
 */
public record CoverageShare(int outcomes, Proportion coverage) {

    public CoverageShare {
        if (outcomes < 1) {
            throw new IllegalArgumentException("outcomes below 1: " + outcomes);
        }
    }

    /** Whether the share differs from the nominal one by more than chance explains at a level of 5 %. */
    public boolean isOff(double nominal) {
        return coverage.upper() < nominal || coverage.lower() > nominal;
    }
}
