package candor.forecasting.guard;

import java.util.List;

/** What fired guards say to whoever reads a forecast: before anything else. */
public final class Alarm {

    private Alarm() {}

    /** The guards that fired. */
    public static List<GuardResult> fired(List<GuardResult> guards) {
        return guards.stream().filter(guard -> !guard.passed()).toList();
    }

    /** The statement, behind the alarm of every guard that fired; as it is where all held. */
    public static String before(String statement, List<GuardResult> guards) {
        List<GuardResult> fired = fired(guards);
        if (fired.isEmpty()) {
            return statement;
        }
        StringBuilder text = new StringBuilder("ALARM: ")
                .append(
                        fired.size() == 1
                                ? "a guard against self-deception fired"
                                : fired.size() + " guards against self-deception fired")
                .append("; do not rely on these forecasts before it is explained.");
        fired.forEach(
                guard -> text.append(" [").append(guard.name()).append("] ").append(guard.detail()));
        return text.append(' ').append(statement).toString();
    }
}
