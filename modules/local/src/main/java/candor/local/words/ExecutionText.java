package candor.local.words;

import candor.forecasting.text.Figures;
import candor.local.wiring.Payloads;
import candor.store.json.Json;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionSummary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Executions as lines for a person or for a script, wherever they ran. */
public final class ExecutionText {

    private static final String COLUMNS = "%-24s %-10s %-21s %9s  %s";

    private ExecutionText() {}

    public static List<String> table(List<ExecutionSummary> executions) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, COLUMNS, "RUN", "STATUS", "STARTED", "TIME", "INPUT"));
        for (ExecutionSummary execution : executions) {
            lines.add(String.format(
                    Locale.ROOT,
                    COLUMNS,
                    execution.name(),
                    execution.status(),
                    execution.started().truncatedTo(ChronoUnit.SECONDS),
                    time(execution),
                    execution.input()));
        }
        return lines;
    }

    public static String json(ExecutionSummary execution) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("name", execution.name());
        summary.put("status", execution.status());
        summary.put("startDate", execution.started().toString());
        if (execution.stopped() != null) {
            summary.put("stopDate", execution.stopped().toString());
        }
        summary.put("input", execution.input());
        summary.put("redriveCount", execution.redriveCount());
        return new String(Json.writeLine(summary), StandardCharsets.UTF_8);
    }

    public static List<String> history(ExecutionSummary execution, List<ExecutionEvent> events) {
        List<String> lines = new ArrayList<>();
        lines.add(execution.name() + "  " + execution.status() + "  started " + execution.started() + "  "
                + time(execution) + "  redrives " + execution.redriveCount());
        lines.add("input " + execution.input());
        lines.add("");
        String reason = "";
        for (ExecutionEvent event : events) {
            Duration since = Duration.between(execution.started(), event.timestamp());
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d %4d %11s  %-24s %s",
                    event.id(),
                    event.previousId(),
                    Figures.seconds(since),
                    event.type(),
                    details(event, reason)));
            reason = reason(event);
        }
        return lines;
    }

    /** @param before the reason of the event before, which need not be said again */
    private static String details(ExecutionEvent event, String before) {
        String state = event.state().orElse("");
        String error = event.detail("error").orElse("");
        String reason = reason(event);
        return error.isEmpty()
                ? state
                : state + " " + error.substring(error.lastIndexOf('.') + 1)
                        + (reason.isEmpty() || reason.equals(before) ? "" : ": " + reason);
    }

    private static String reason(ExecutionEvent event) {
        return Payloads.reason(event.detail("cause").orElse(""));
    }

    private static String time(ExecutionSummary execution) {
        return execution.stopped() == null
                ? ""
                : Figures.duration(Duration.between(execution.started(), execution.stopped()));
    }
}
