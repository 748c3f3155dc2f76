// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.scorecard;

import java.util.Locale;

/** Whether the forecasts of the mean at one horizon are of any use. */
public enum Skill {
    /** No candidate beats zero. */
    NONE,
    /** One at least beats zero with an adjusted p-value below 0.05. */
    SIGNIFICANT;

    /** As documents have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
