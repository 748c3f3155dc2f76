// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.pipeline.stage.Scoring.HorizonRecord;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the coverage of issued 90 % intervals stays above the bounds that the alarm on coverage keeps, in percentage
 * points; below 0 it rings.
 *
 * <p>Forecasts of many sessions overlap: 250 of 21 sessions are worth twelve that do not. So their bound is lower and they
 * have to be more before they count. Of a calibrated forecast, coverage is below the bound by chance in 3.4 of 100 cases
 * with 60 forecasts of one session (250: 4 of 100,000), in 2.6 with 150 of five (250: 3 of 1,000) and in 4 of 1,000 with
 * 250 of 21: binomial, of as many outcomes as do not overlap.
 */
final class CoverageMargin {

    /** Outcomes that do not overlap, as far as the window of {@link MonitorStage} holds that many. */
    private static final int INDEPENDENT = 30;

    private static final int FEWEST_FORECASTS = 60;

    private CoverageMargin() {}

    /** The least over the horizons that have enough forecasts; empty where none has. */
    static OptionalDouble of(List<HorizonRecord> horizons) {
        return horizons.stream()
                .filter(horizon -> horizon.coverage90() != null && horizon.forecasts() >= enough(horizon.sessions()))
                .mapToDouble(CoverageMargin::of)
                .min();
    }

    private static int enough(int sessions) {
        return Math.min(MonitorStage.WINDOW, Math.max(FEWEST_FORECASTS, INDEPENDENT * sessions));
    }

    private static double of(HorizonRecord horizon) {
        Double coverage = horizon.coverage90();
        return (coverage == null ? 1 : coverage) * 100 - boundPercent(horizon.sessions());
    }

    private static double boundPercent(int sessions) {
        if (sessions == 1) {
            return 82;
        }
        return sessions <= 5 ? 78 : 60;
    }
}
