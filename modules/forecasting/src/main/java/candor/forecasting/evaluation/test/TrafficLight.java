package candor.forecasting.evaluation.test;

/**
 * The zone of the Basel Committee's framework for back-testing (1996): how often the last 250 sessions lost more than
 * the 99 % value at risk. 2.5 are expected; with a correct model green is passed in 11 % of cases, yellow in 0.03 %.
 *
 * @param sessions looked at, 250
 * @param violations among them
 * @param zone {@code green} up to 4, {@code yellow} up to 9, {@code red} from 10
 */
public record TrafficLight(int sessions, int violations, String zone) {

    public static final String RED = "red";

    public static final int SESSIONS = 250;

    /** @param violations in time order, at least 250 outcomes */
    public static TrafficLight of(boolean[] violations) {
        int count = 0;
        for (int t = violations.length - SESSIONS; t < violations.length; t++) {
            count += violations[t] ? 1 : 0;
        }
        return new TrafficLight(SESSIONS, count, count < 5 ? "green" : count < 10 ? "yellow" : RED);
    }
}
