package candor.forecasting.evaluation.test;

import java.util.Locale;

/**
 * The zone of the Basel Committee's framework for back-testing (1996): how often the last 250 sessions lost more than
 * the 99 % value at risk. 2.5 are expected; with a correct model green is passed in 11 % of cases, yellow in 0.03 %.
 *
 * @param sessions looked at, 250
 * @param violations among them
 * @param zone green up to 4, yellow up to 9, red from 10
 */
public record TrafficLight(int sessions, int violations, Zone zone) {

    /** In the framework's words. */
    public enum Zone {
        GREEN,
        YELLOW,
        RED;

        /** As documents have it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int SESSIONS = 250;

    /** @param violations in time order, at least 250 outcomes */
    public static TrafficLight of(boolean[] violations) {
        int count = 0;
        for (int t = violations.length - SESSIONS; t < violations.length; t++) {
            count += violations[t] ? 1 : 0;
        }
        return new TrafficLight(SESSIONS, count, count < 5 ? Zone.GREEN : count < 10 ? Zone.YELLOW : Zone.RED);
    }
}
