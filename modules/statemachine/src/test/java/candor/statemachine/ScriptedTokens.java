package candor.statemachine;

import candor.statemachine.expression.JsonText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is sent for tokens, whoever waits, in the order of a script: {@code {"after": seconds, "success": value}}, {@code
 * {"after": seconds, "failure": {"error", "cause"}}}, {@code {"after": seconds, "heartbeat": true}}; the seconds count from
 * what was sent before. When the script is over nobody sends anything.
 */
final class ScriptedTokens implements TaskTokens {

    private record Due(Duration after, Sent what) {}

    private final SteppedPace pace;
    private final Deque<Due> script = new ArrayDeque<>();
    private final List<String> awaited = new ArrayList<>();

    ScriptedTokens(SteppedPace pace) {
        this.pace = pace;
    }

    ScriptedTokens script(JsonNode messages) {
        for (JsonNode message : messages) {
            script.add(new Due(Duration.ofSeconds(message.path("after").longValue(0)), sent(message)));
        }
        return this;
    }

    ScriptedTokens script(String... messages) {
        return script(JsonText.parse("[" + String.join(",", messages) + "]"));
    }

    private static Sent sent(JsonNode message) {
        if (message.has("success")) {
            return new Sent.Success(JsonText.write(message.get("success")));
        }
        JsonNode failure = message.path("failure");
        return message.has("heartbeat")
                ? new Sent.Heartbeat()
                : new Sent.Failure(
                        failure.get("error").stringValue(), failure.get("cause").stringValue());
    }

    /** Every token that was waited for, in order. */
    synchronized List<String> awaited() {
        return List.copyOf(awaited);
    }

    @Override
    public synchronized Optional<Sent> next(String token, Duration time) {
        if (awaited.isEmpty() || !awaited.getLast().equals(token)) {
            awaited.add(token);
        }
        Due due = script.peek();
        if (due == null || due.after().compareTo(time) > 0) {
            pace.pass(time);
            if (due != null) {
                script.removeFirst();
                script.addFirst(new Due(due.after().minus(time), due.what()));
            }
            return Optional.empty();
        }
        pace.pass(due.after());
        return Optional.of(script.removeFirst().what());
    }
}
