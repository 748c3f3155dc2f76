package candor.statemachine.expression;

import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What an expression can see.
 *
 * @param states the reserved variable {@code $states}: an object with input, context and, where there is one, result or
 *     errorOutput
 * @param variables assigned by earlier states, by name without the dollar sign
 * @param clock what {@code $now} and {@code $millis} tell
 * @param random what {@code $random} and {@code $uuid} draw from; has to be safe for several threads
 */
public record Bindings(JsonNode states, Map<String, JsonNode> variables, InstantSource clock, RandomGenerator random) {}
