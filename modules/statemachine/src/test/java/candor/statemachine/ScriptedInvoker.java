package candor.statemachine;

import candor.statemachine.expression.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Functions that do what a script says, call by call; the last behaviour of a function is repeated. A behaviour is one of
 * {@code {"return": value}}, {@code {"echo": true}}, {@code {"returnLength": bytes}}, {@code {"throw": {"error", "cause"}}},
 * {@code {"hang": true}} until the timeout, {@code {"kill": true}}: the process dies.
 */
final class ScriptedInvoker implements Invoker {

    /** Stands for SIGKILL: nothing catches it, nothing is written after it. */
    static final class Killed extends Error {
        Killed() {
            super("killed");
        }
    }

    private final SteppedPace pace;
    private final Map<String, List<JsonNode>> scripts = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private final List<JsonNode> payloads = new ArrayList<>();

    ScriptedInvoker(SteppedPace pace) {
        this.pace = pace;
    }

    ScriptedInvoker script(String function, JsonNode behaviours) {
        scripts.put(function, behaviours.valueStream().toList());
        calls.put(function, 0);
        return this;
    }

    ScriptedInvoker script(String function, String... behaviours) {
        return script(function, JsonText.parse("[" + String.join(",", behaviours) + "]"));
    }

    /** The functions in the order in which they were called. */
    synchronized List<String> called() {
        return List.copyOf(called);
    }

    synchronized List<JsonNode> payloads() {
        return List.copyOf(payloads);
    }

    synchronized void forget() {
        called.clear();
        payloads.clear();
    }

    @Override
    public synchronized String invoke(String functionName, String payload, Duration timeout) throws InvocationFailed {
        called.add(functionName);
        payloads.add(JsonText.parse(payload));
        List<JsonNode> script = scripts.get(functionName);
        if (script == null) {
            throw new InvocationFailed("Lambda.ResourceNotFoundException", functionName);
        }
        int call = calls.merge(functionName, 1, Integer::sum);
        return behave(script.get(Math.min(call, script.size()) - 1), payload, timeout);
    }

    private String behave(JsonNode behaviour, String payload, Duration timeout) throws InvocationFailed {
        if (behaviour.has("throw")) {
            JsonNode thrown = behaviour.get("throw");
            throw new InvocationFailed(
                    thrown.get("error").stringValue(), thrown.get("cause").stringValue());
        }
        if (behaviour.has("hang")) {
            pace.pass(timeout);
            throw InvocationFailed.timedOut();
        }
        if (behaviour.has("kill")) {
            throw new Killed();
        }
        if (behaviour.has("returnLength")) {
            return "\"" + "x".repeat(behaviour.get("returnLength").intValue()) + "\"";
        }
        return behaviour.has("echo") ? payload : JsonText.write(behaviour.get("return"));
    }
}
