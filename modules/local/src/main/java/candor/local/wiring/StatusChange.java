// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.statemachine.ExecutionResult;
import candor.statemachine.history.Execution;
import candor.store.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event that EventBridge sends when an execution has ended. */
final class StatusChange {

    private StatusChange() {}

    /** The event as JSON text. */
    static String of(Execution execution, ExecutionResult result, Instant stopped) {
        Map<String, Object> detail = new LinkedHashMap<>();
        String arn = execution.header().machine().executionArn(execution.name());
        detail.put("executionArn", arn);
        detail.put("stateMachineArn", execution.header().machine().arn());
        detail.put("name", execution.name());
        detail.put("status", result.status().name());
        detail.put("startDate", execution.header().startDate().toEpochMilli());
        detail.put("stopDate", stopped.toEpochMilli());
        detail.put("input", execution.header().input());
        putIfPresent(detail, "error", result.error());
        putIfPresent(detail, "cause", result.cause());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("detail-type", "Step Functions Execution Status Change");
        event.put("source", "aws.states");
        event.put("time", stopped.toString());
        event.put("region", "local");
        event.put("resources", List.of(arn));
        event.put("detail", detail);
        return new String(Json.writeLine(event), StandardCharsets.UTF_8);
    }

    private static void putIfPresent(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
