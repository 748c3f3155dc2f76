package candor.benchmarks.parity;

import tools.jackson.databind.JsonNode;

/**
 * A definition with an input.
 *
 * @param name also the execution's name
 */
record Case(String name, JsonNode definition, JsonNode input) {}
